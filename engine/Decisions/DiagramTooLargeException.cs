namespace PolicyCheck.Decisions;

/// <summary>A decision diagram outgrew its budget.</summary>
public sealed class DiagramTooLargeException : Exception
{
    /// <summary>Makes the exception.</summary>
    public DiagramTooLargeException()
        : base("the decision diagram outgrew its budget")
    {
    }

    /// <summary>Makes the exception with a message of its own.</summary>
    /// <param name="message">The message.</param>
    public DiagramTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public DiagramTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
