using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Runtime.Drafting.Assembling;

/// <summary>A step that has not been connected yet.</summary>
abstract class Piece(JsonObject step)
{
    public JsonObject Step { get; } = step;
    public string Id { get; set; } = "";
}

/// <summary>Goes on with what follows it.</summary>
sealed class Onward(JsonObject step) : Piece(step);

/// <summary>Goes two ways, which meet again behind it unless one of them ends.</summary>
/// <param name="yes">Where in the step the way for "it is so" stands: <c>next</c>, <c>branches/0</c> or <c>shares/0</c>.</param>
/// <param name="no">And the other: <c>timeout</c>, <c>none</c> or <c>shares/1</c>.</param>
sealed class Fork(JsonObject step, string yes, string no) : Piece(step)
{
    public List<Piece> Yes { get; } = [];
    public List<Piece> No { get; } = [];
    /// <summary>Whoever takes the way for "it is so" leaves the workflow.</summary>
    public bool YesEnds { get; set; }
    public bool NoEnds { get; set; }

    public void Connect(string? yesTo, string? noTo)
    {
        At(yes)["next"] = yesTo;
        At(no)["next"] = noTo;
    }

    JsonObject At(string place) => place switch
    {
        "next" => Step,
        "branches/0" => Step["branches"]![0]!.AsObject(),
        "shares/0" => Step["shares"]![0]!.AsObject(),
        "shares/1" => Step["shares"]![1]!.AsObject(),
        _ => Step[place]!.AsObject(),
    };
}

/// <summary>Jumps back to another piece.</summary>
sealed class Jump(JsonObject step, Piece target) : Piece(step)
{
    public Piece Target { get; } = target;
}
