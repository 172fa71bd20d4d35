using System.Text;
using PolicyCheck.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return (int)await Application.RunAsync(args, Surroundings.OfProcess());
