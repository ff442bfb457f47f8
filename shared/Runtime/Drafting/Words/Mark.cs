namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>Whether anything was made of a word, by whichever reader had it in hand.</summary>
sealed class Mark
{
    public bool IsUsed { get; set; }
}
