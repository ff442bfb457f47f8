using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Answers a step's question from the facts as they are now: which branch, until when, is it true.</summary>
public sealed class Evaluator(IStore store, FactLoader facts)
{
    public async Task<(Decision Decision, ChangeSet Changes)> Decide(Definition definition, Enrollment e, Effect.Evaluate effect, DateTimeOffset now, CancellationToken ct = default)
    {
        var changes = new ChangeSet(e.Practice);
        var step = definition.Find(effect.StepId) ?? throw new InvalidOperationException($"No step {effect.StepId}.");
        switch (step)
        {
            case Step.Split split:
                return (new Decision.Branch(await Side(split, e, changes, ct)), changes);
            case Step.Drip drip:
                var every = Durations.Add(now, drip.Every, e.Zone) - now;
                return (new Decision.Moment(await store.TakeDripPlace(e.Practice, e.WorkflowId, step.Id, effect.EffectId, drip.Batch, every, now, ct)), changes);
            case Step.WaitUntil { Field: null }:
                return (new Decision.Moment(null), changes);
        }
        var setting = (await facts.Load(e, FactNeeds.Of(step, definition), now, ct)).Setting;
        return step switch
        {
            Step.If s => (new Decision.Branch(s.Branches.FirstOrDefault(b => b.When.Evaluate(setting))?.Id), changes),
            Step.WaitCondition s => (s.When.Evaluate(setting) ? new Decision.Truth(true) : new Decision.Truth(false, ByTheClock.AskAgain(s.When, setting)), changes),
            Step.WaitUntil s => (new Decision.Moment(MomentOf(setting.Find(s.Field!), e.Zone)), changes),
            Step.WaitInvoice => (new Decision.Moment(MomentOf(setting.Find("invoice.dueAt"), e.Zone)), changes),
            _ => throw new InvalidOperationException($"The step {step.Id} ({step.Type}) asks nothing."),
        };
    }

    /// <summary>A day begins at its local midnight.</summary>
    static DateTimeOffset? MomentOf(Fact fact, string zone) =>
        Moment.Of(fact) is not { } moment ? null : moment.Instant ?? Zones.At(moment.DayIn(zone), TimeOnly.MinValue, zone);

    /// <summary>The side this contact was given before, or the one its id falls on. Changed shares reach new contacts only.</summary>
    async Task<string?> Side(Step.Split split, Enrollment e, ChangeSet changes, CancellationToken ct)
    {
        var id = $"{e.WorkflowId}/{split.Id}/{e.ContactId ?? e.Id}";
        if (await store.Find(Kinds.Side, e.Practice, id, ct) is { } kept && split.Shares.Any(s => s.Id == kept.Body.ShareId)) return kept.Body.ShareId;
        var side = SplitRule.Pick(split.Shares, id);
        if (side is not null) changes.Put(Kinds.Side, id, new SplitSide(side));
        return side;
    }
}
