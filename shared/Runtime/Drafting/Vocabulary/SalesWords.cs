using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Names;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>Opportunities and appointments.</summary>
static partial class SalesWords
{
    public static readonly ImmutableArray<ActWord> All =
    [
        new("opportunity.create", @"^(?:please )?(?:create|add|open|make|start)(?: them)?(?: as)? (?:an |a |the )?(?:new )?(?:opportunity|deal)(?: for them)?", Create),
        new("opportunity.create", @"^(?:add|put|move|send|place|enter) (?:them|it|the (?:lead|patient)|patient|lead) (?:to|in|into) (?:the |our )?(?:[\w-]+ ){1,3}pipeline", Create),
        new("opportunity.update", @"^(?:mark|set|move|close|change|update) (?:the |their |them |it )?(?:opportunity |deal |it )?(?:as |to |status to )?(?<status>won|lost|abandoned)\b", said => new() { ["status"] = said.Word("status") }),
        new("opportunity.update", @"^(?:move|put|push|set|advance|change|update) (?:them|it|the (?:opportunity|deal|lead|patient|contact)|patient|lead|contact|opportunity|deal|stage|the stage)(?: stage)?(?: (?:to|into|in))?(?: the)?(?: stage)? (?<stage>(?:«quote»|[\w-]+)(?: [\w-]+){0,5})", Move),
        new("appointment.status.set", @"^(?:mark|set|change|update) (?:the |their )?(?:appointment|visit|booking)(?: status)? (?:as |to )?(?<status>new|confirmed|cancelled|showed|noshow|invalid)", said => new() { ["status"] = said.Word("status") }),
        new("appointment.status.set", @"^(?:confirm|(?<status>cancelled)) (?:the |their )(?:appointment|visit|booking)", said => new() { ["status"] = said.Word("status") is { Length: > 0 } status ? status : "confirmed" }),
        new("appointment.status.set", @"^mark (?:them|the patient|patient) as (?<status>confirmed|showed|noshow|cancelled)", said => said.Scene.OfAppointment ? new() { ["status"] = said.Word("status") } : null),
    ];

    static JsonObject Create(ActSaid said)
    {
        var text = said.Clause.Text;
        var (pipeline, stage) = (Pipeline(said), (string?)null);
        if (StageOf().Match(text) is { Success: true } spoken && Stages.Find(EventReader.Literal(said.Clause, spoken.Groups["stage"]), said.Scene) is { } found)
        {
            (pipeline, stage) = (found.Pipeline, found.Stage.Id);
            said.Clause.Use(spoken);
        }
        if (pipeline is null && said.Scene.Names.Pipelines.Count == 1)
        {
            pipeline = said.Scene.Names.Pipelines[0];
            said.Scene.Assume($"The opportunity goes into the only pipeline there is, “{pipeline.Name}”.");
        }
        if (pipeline is null) said.Scene.Assume("Choose the pipeline that the opportunity goes into: none was named that the practice has.");
        var config = new JsonObject();
        if (pipeline is not null) config["pipelineId"] = pipeline.Id;
        if (stage is not null) config["stageId"] = stage;
        if (Value().Match(text) is { Success: true } value)
        {
            config["value"] = decimal.Parse(value.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture);
            said.Clause.Use(value);
        }
        return config;
    }

    static NamedPipeline? Pipeline(ActSaid said)
    {
        if (PipelineOf().Match(said.Clause.Text) is not { Success: true } match) return null;
        var name = EventReader.Literal(said.Clause, match.Groups["name"]);
        var named = NameSearch.Find(said.Scene.Names.Pipelines.Select(pipeline => new Named(pipeline.Id, pipeline.Name)), name);
        if (named is null) return null;
        said.Clause.Use(match);
        return said.Scene.Names.Pipelines.First(pipeline => pipeline.Id == named.Id);
    }

    static JsonObject? Move(ActSaid said)
    {
        if (Stages.Find(said.Said("stage")!, said.Scene) is not { } found)
        {
            if (!said.Clause.Text.Contains("stage", StringComparison.Ordinal) && !said.Clause.Text.Contains("opportunity", StringComparison.Ordinal)) return null;
            said.Scene.Assume($"No stage called “{said.Said("stage")}” is known; choose it in the step.");
            return [];
        }
        said.Clause.UseAll();
        return new() { ["pipelineId"] = found.Pipeline.Id, ["stageId"] = found.Stage.Id };
    }

    [GeneratedRegex(@"\b(?:in|into|to|on) (?:the |our )?(?<name>«quote»|[\w-]+(?: [\w-]+){0,2})", RegexOptions.NonBacktracking)]
    private static partial Regex PipelineOf();

    [GeneratedRegex(@"\b(?:at|in|on|with)(?: the)? stage (?<stage>(?:«quote»|[\w-]+)(?: [\w-]+){0,3})|\b(?:at|in|on) (?:the )?(?<stage>[\w-]+(?: [\w-]+){0,2}) stage", RegexOptions.NonBacktracking)]
    private static partial Regex StageOf();

    [GeneratedRegex(@"\b(?:worth|valued at|value of|for) [$£€] ?(?<n>\d{1,8})", RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
