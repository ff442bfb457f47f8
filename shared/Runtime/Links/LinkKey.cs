namespace AesthetixWorkflows.Runtime.Links;

/// <summary>What texts call a tracked link.</summary>
public static class LinkKey
{
    const int Longest = 60;

    /// <summary>What the trigger <c>link.clicked</c> brings is called so already.</summary>
    public static readonly IReadOnlyList<string> Taken = ["id", "name", "url", "workflowId", "stepId", "messageId"];

    public const string Expected = "Letters, digits, - and _, at most 60; and not id, name, url, stepId, workflowId, messageId, which a click brings itself.";

    public static bool Is(string key) =>
        key.Length is > 0 and <= Longest && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') && !Taken.Contains(key);

    /// <summary><c>Price list 2027</c> is <c>price-list-2027</c>; null when nothing is left of the name.</summary>
    public static string? Of(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]);
        var key = string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (key.Length > Longest) key = key[..Longest].TrimEnd('-');
        return Is(key) ? key : null;
    }
}
