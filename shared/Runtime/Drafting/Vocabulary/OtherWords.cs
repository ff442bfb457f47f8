using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Names;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>Other workflows and other systems.</summary>
static partial class OtherWords
{
    public static readonly ImmutableArray<ActWord> All =
    [
        new("workflow.remove", @"^(?:remove|take|pull|drop|end) (?:them|patient|the \w+) (?:from|out of) (?<which>all|every|any|all other|all the other|other|this|the|our)?\b ?(?<name>(?:«quote»|[\w-]+)(?: [\w-]+){0,4} )?workflows?", Remove),
        new("workflow.add", @"^(?:add|move|put|enroll|start|send|enter)(?: (?:them|him|her|patient|contact|lead|the \w+))?(?: (?:in|to|into|on))? (?:the |our )?(?<name>(?:«quote»|[\w-]+)(?: [\w-]+){0,4}) workflow", Add),
        new("webhook.send", @"^(?:send|post|call|fire|trigger|push|notify|ping)\b.*(?:web ?hook|«url»)", Hook),
    ];

    static JsonObject? Add(ActSaid said)
    {
        if (NameSearch.Find(said.Scene.Names.Workflows, said.Said("name")!) is { } workflow) return new() { ["workflowId"] = workflow.Id };
        said.Scene.Assume($"No workflow called “{said.Said("name")}” is known; choose it in the step.");
        return [];
    }

    static JsonObject Remove(ActSaid said)
    {
        if (said.Said("name") is { } name && name is not ("other" or "the other") && NameSearch.Find(said.Scene.Names.Workflows, name) is { } workflow) return new() { ["which"] = "another", ["workflowId"] = workflow.Id };
        if (said.Word("which") is not ("all" or "every" or "any" or "all other" or "other" or "all the other")) return new() { ["which"] = "current" };
        said.Scene.Assume("“All workflows” is taken as all but this one, so that what follows here still happens.");
        return new() { ["which"] = "allButCurrent" };
    }

    /// <summary>Only an address that stands in the prompt is called.</summary>
    static JsonObject Hook(ActSaid said)
    {
        if (said.Clause.Address is null) said.Scene.Assume("The webhook needs an address; none was given.");
        var config = new JsonObject { ["method"] = "POST" };
        if (said.Clause.Address is { } address) config["url"] = address;
        foreach (Match spoken in Address().Matches(said.Clause.Text)) said.Clause.Use(spoken);
        return config;
    }

    [GeneratedRegex("(?:web ?hook|«url»)", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
