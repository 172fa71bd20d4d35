Console.WriteLine("hello world");
