namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>A word of a prompt in its plain form: lower case, without contraction, numbers as digits.</summary>
/// <param name="Start">Where it stands in the prompt.</param>
/// <param name="Literal">What was in quotation marks, or an address, exactly as typed.</param>
sealed record Word(string Text, int Start, int End, string? Literal = null)
{
    /// <summary>The same for every clause that the word comes to stand in.</summary>
    public Mark Mark { get; init; } = new();

    /// <summary>How a quoted text stands among the plain words.</summary>
    public const string Quote = "«quote»";
    /// <summary>How a web address stands among them.</summary>
    public const string Address = "«url»";
    public const string Comma = ",";
    public const string Full = ".";

    public bool IsMark => Text is Comma or Full;
}
