namespace Parley.Fuzz;

/// <summary>Something that the reader promises of every text, and does not hold for this one.</summary>
public sealed class BrokenPromiseException : Exception
{
    /// <summary>Creates the exception.</summary>
    public BrokenPromiseException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What does not hold.</param>
    public BrokenPromiseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What does not hold.</param>
    /// <param name="innerException">The cause.</param>
    public BrokenPromiseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
