using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Messages that come one after the other: is there time between them, at night too?</summary>
internal static class SequenceChecks
{
    /// <summary>How long phones keep still: 20:00 to 09:00, and an hour to answer.</summary>
    static readonly TimeSpan Night = TimeSpan.FromHours(14);

    public static void Run(Definition definition, StepGraph graph, ILintCatalogue catalogue, Report report)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in definition.Steps.Values.OrderBy(step => step.Id, StringComparer.Ordinal))
        {
            if (Channel(step) is { } channel) InARow(step, channel);
            if (step is Step.WaitReply { Enabled: true, Channel: null or "sms", Timeout: { Next: { } next } timeout } && Length(timeout.After) < Night && IsAsked(step.Id)) Short(step, next);
        }

        void InARow(Step first, string channel)
        {
            foreach (var second in graph.After(graph.From(first.Id).Where(edge => edge.Below != "/onError/next").Select(edge => edge.Target), step => !StepGraph.Holds(step) && Channel(step) != channel))
                if (second.Id != first.Id && Channel(second) == channel && told.Add(second.Id))
                    report.Step(LintCodes.SendsInARow, second, "", $"sends another {(channel == "sms" ? "text" : channel)} right after {Report.Name(first)}: nothing between them waits.");
        }

        void Short(Step wait, string next)
        {
            if (graph.After([next], step => !StepGraph.Holds(step) && Channel(step) is null).FirstOrDefault(step => Channel(step) is not null) is { } message)
                report.Step(LintCodes.ShortTimeout, wait, "/timeout/after", $"gives less than a night to answer before {Report.Name(message)} is sent: whoever is asked in the evening is still asleep.");
        }

        bool IsAsked(string wait) =>
            definition.Steps.Values.Any(step => Channel(step) == "sms" && graph.After(graph.From(step.Id).Select(edge => edge.Target), after => !StepGraph.Holds(after)).Any(after => after.Id == wait));

        string? Channel(Step step) => step is Step.Act { Enabled: true } act ? catalogue.ChannelOf(act.Type, act.Config) : null;
    }

    static TimeSpan Length(string iso) =>
        Durations.TryParse(iso, out var length) ? Durations.Add(DateTimeOffset.UnixEpoch, length, "UTC") - DateTimeOffset.UnixEpoch : TimeSpan.MaxValue;
}
