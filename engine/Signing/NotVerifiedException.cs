namespace PolicyCheck.Signing;

/// <summary>What was about to be used isn't what its signature or its digest says; nothing of it may be used.</summary>
/// <param name="message">What doesn't verify, and what to do about it: lower-case start, no final period.</param>
public sealed class NotVerifiedException(string message) : Exception(message);
