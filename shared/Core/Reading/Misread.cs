namespace AesthetixWorkflows.Core.Reading;

/// <summary>Something in a stored definition that could not be read: where, and what to do about it.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) relative to what was read; empty for the whole of it.</param>
/// <param name="Message">One sentence a front desk understands.</param>
public sealed record Misread(string Pointer, string Message)
{
    /// <summary>The same finding, seen from one level further out.</summary>
    public Misread Under(string pointer) => this with { Pointer = pointer + Pointer };
}
