using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>What is known while a prompt is read: the catalogue, the practice's names, and what was found out so far.</summary>
sealed class Scene(ProductCatalogue catalogue, PracticeNames names, string prompt)
{
    readonly List<string> _assumptions = [];
    readonly List<string> _notUnderstood = [];

    public ProductCatalogue Catalogue { get; } = catalogue;
    public PracticeNames Names { get; } = names;
    public string Prompt { get; } = prompt;
    public List<EventMention> Starts { get; } = [];
    public IReadOnlyList<string> Assumptions => _assumptions;
    public IReadOnlyList<string> NotUnderstood => _notUnderstood;
    /// <summary>Messages to the contact so far: the first of a lead greets, the next follows up.</summary>
    public int Messages { get; set; }
    /// <summary>What messages are about when their own clause does not say.</summary>
    public string? Subject { get; set; }

    /// <summary>Whether they have replied was asked before.</summary>
    public bool AskedForReply { get; set; }

    /// <summary>A message asks for a number: "answer 1 to 5".</summary>
    public bool AskedForNumber { get; set; }

    /// <summary>Who of the team was named last: "assign it to Olive and notify her".</summary>
    public Named? Colleague { get; set; }

    /// <summary>"Day 1" was named: the first day is not day 0.</summary>
    public bool CountsFromOne { get; set; }

    /// <summary>A time before or after the visit was named.</summary>
    public bool SpokeOfVisit { get; set; }

    public bool OfAppointment => Starts.Exists(start => start.OfAppointment);

    public void Assume(string sentence)
    {
        if (!_assumptions.Contains(sentence)) _assumptions.Add(sentence);
    }

    public void Miss(string words)
    {
        if (words.Length > 0 && !_notUnderstood.Exists(told => told.Contains(words, StringComparison.Ordinal))) _notUnderstood.Add(words);
    }

    /// <summary>Whether whoever reads the draft is told of these words, so that they can judge what became of them.</summary>
    public bool Mentions(string words) => _notUnderstood.Concat(_assumptions).Any(told => told.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whatever of the clause nothing was made of.</summary>
    public void MissRest(Clause clause)
    {
        foreach (var words in clause.Unused()) Miss(words);
    }
}
