using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Sealing;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>The one path every action takes: facts → permission → time → words → ledger → Execute. Both hosts walk it.</summary>
/// <remarks>The answer's changes belong in the same commit as the enrollment's next state. An action that only changes
/// records is thereby done once. One that reaches outside claims its ledger row first, in a commit of its own.</remarks>
public sealed class ActivityPath(
    IStore store, ProductCatalogue catalogue, FactLoader facts, IOutside outside, LinkFacts links, MessageSending sending, EffectLedger ledger, SendingRules rules,
    IDecider? decider = null, PageAddresses? pages = null)
{
    const int Tries = 6;

    public async Task<Acted> Run(Definition definition, Enrollment e, Effect.RunAction effect, DateTimeOffset now, CancellationToken ct = default)
    {
        for (var tries = 0; tries < Tries; tries++)
            if (await Once(definition, e, effect, now, ct) is { } acted)
                return definition.Find(effect.StepId) is Step.Act step && catalogue.Actions.TryGetValue(step.Type, out var action) && action is IMessageAction
                    ? await Unsent.Kept(store, acted, e, effect, step, action.Descriptor, now, ct) : acted;
        // The contact is being written to from all sides; a moment later it is not.
        return new(new Outcome.Held("send.contended", now.AddSeconds(30)), new ChangeSet(e.Practice));
    }

    /// <returns>Null: what it went by has changed meanwhile.</returns>
    async Task<Acted?> Once(Definition definition, Enrollment e, Effect.RunAction effect, DateTimeOffset now, CancellationToken ct)
    {
        var changes = new ChangeSet(e.Practice);
        if (definition.Find(effect.StepId) is not Step.Act written || !catalogue.Actions.TryGetValue(written.Type, out var action))
            return new(new Outcome.Failed("action.unknown", false), changes);
        if (await StepTexts.Resolve(store, e.Practice, written, ct) is not { } step) return new(new Outcome.Failed("template.notFound", false), changes);
        var descriptor = action.Descriptor;
        var channel = descriptor.ChannelFor(step.Config);
        var known = await Load(e, FactNeeds.Of(step, definition), channel, now, ct);
        if (known.Contact is null && e.ContactId is not null) return new(new Outcome.Skipped("contact.deleted"), changes);
        if (known.Contact is null && descriptor.NeedsContact) return new(new Outcome.Skipped("contact.none"), changes);

        var leave = await rules.Ask(definition, e, effect, step, descriptor, known, now, ct);
        if (leave.Refused is { } refused) return new(refused, leave.Changes ?? changes);

        var (config, flaws) = Rendering.Render(step.Config, descriptor, known.Setting);
        if (flaws.Count > 0) return new(new Outcome.Failed(flaws[0], false), changes);
        if (await Unsealing.Open(store, e.Practice, config, descriptor, ct) is not { } secrets) return new(new Outcome.Failed("secret.missing", false), changes);
        var call = Call(e, effect, now, known, config, changes, definition) with { Recipient = leave.Recipient, Secrets = secrets };
        try
        {
            if (action is IMessageAction message) return await sending.Send(call, message, effect.Attempt, leave.Changes, ct);
            if (!descriptor.Outside) return new(await action.Execute(call, ct), changes);

            if (action is ICalledBack called && effect.Attempt > 1 && await called.Answered(call, ct) is { } answered) return Settled(answered, call);
            var claimed = await ledger.Claim(e.Practice, effect.EffectId, now, null, null, effect.Attempt, ct);
            if (claimed.Raced) return null;
            if (claimed.Earlier is { } earlier)
                return action is ICalledBack waiting && earlier is Outcome.Held or Outcome.Unknown ? await Await(waiting, call, earlier, ct) : new(earlier, changes);
            return Settled(await action.Execute(call, ct), call);
        }
        catch (MissingConfigException empty)
        {
            return new(new Outcome.Failed($"config.missing:{empty.Field}", false), new ChangeSet(e.Practice));
        }
    }

    /// <summary>Calls another system once more for a step that did so before: the same effect id, the facts as they are now, and no
    /// claim, since a person asks for it; the rules are asked as they were the first time. Null: the step calls nobody, or its words
    /// cannot be filled in any more.</summary>
    public async Task<Acted?> Repeat(
        Definition definition, Enrollment e, string stepId, string effectId, int attempt, Func<string, string> newId, DateTimeOffset now, CancellationToken ct = default)
    {
        if (definition.Find(stepId) is not Step.Act step || !catalogue.Actions.TryGetValue(step.Type, out var action) || action is IMessageAction || !action.Descriptor.Outside) return null;
        var known = await Load(e, FactNeeds.Of(step, definition), null, now, ct);
        if (known.Contact is null && (e.ContactId is not null || action.Descriptor.NeedsContact)) return null;
        var effect = new Effect.RunAction(effectId, stepId, attempt, null);
        var leave = await rules.Ask(definition, e, effect, step, action.Descriptor, known, now, ct);
        if (leave.Refused is { } refused) return new(refused, new ChangeSet(e.Practice));
        var (config, flaws) = Rendering.Render(step.Config, action.Descriptor, known.Setting);
        if (flaws.Count > 0 || await Unsealing.Open(store, e.Practice, config, action.Descriptor, ct) is not { } secrets) return null;
        var changes = new ChangeSet(e.Practice);
        var call = Call(e, effect, now, known, config, changes, definition) with { NewId = newId, Recipient = leave.Recipient, Secrets = secrets };
        try
        {
            return new(await action.Execute(call, ct), changes);
        }
        catch (MissingConfigException)
        {
            return null;
        }
    }

    /// <summary>The message that a step would send now, without asking whether it may go and without sending it. Merge fields
    /// without value stay in it as they are written.</summary>
    /// <param name="to">Where it would go, whatever address the contact has.</param>
    public async Task<ComposedMessage> Compose(Definition definition, Enrollment e, string stepId, string to, DateTimeOffset now, CancellationToken ct = default)
    {
        if (definition.Find(stepId) is not Step.Act written || !catalogue.Actions.TryGetValue(written.Type, out var action) || action is not IMessageAction message) return ComposedMessage.No("action.unknown");
        if (await StepTexts.Resolve(store, e.Practice, written, ct) is not { } step) return ComposedMessage.No("template.notFound");
        var descriptor = action.Descriptor;
        var channel = descriptor.ChannelFor(step.Config);
        var known = await Load(e, FactNeeds.Of(step, definition), channel, now, ct);
        if (rules.Private(definition, step, descriptor, channel, known.Practice) is { } field) return ComposedMessage.No($"private.field:{field}");
        var (config, flaws) = Rendering.Render(step.Config, descriptor, known.Setting);
        var missing = flaws.Where(flaw => flaw.StartsWith(Rendering.Missing, StringComparison.Ordinal)).Select(flaw => flaw[Rendering.Missing.Length..]).Distinct().ToList();
        if (flaws.FirstOrDefault(flaw => !flaw.StartsWith(Rendering.Missing, StringComparison.Ordinal)) is { } flawed) return ComposedMessage.No(flawed);
        var call = Call(e, new Effect.RunAction($"{e.Id}/{stepId}/1", stepId, 1, null), now, known, config, new ChangeSet(e.Practice), definition);
        if (known.Contact is { } contact) call = call with { Recipient = contact with { Body = contact.Body with { Email = to, Phone = to } } };
        try
        {
            var composed = await sending.Compose(call, message, ct);
            return new(composed.Message, missing, composed.Refused switch { Outcome.Failed f => f.Code, Outcome.Skipped s => s.Code, _ => null });
        }
        catch (MissingConfigException empty)
        {
            return ComposedMessage.No($"config.missing:{empty.Field}");
        }
    }

    /// <summary>Whether this step's action changes records and nothing else, so that it is done once by being written once.</summary>
    public bool StaysInside(Definition definition, string stepId) =>
        definition.Find(stepId) is Step.Act step && catalogue.Actions.TryGetValue(step.Type, out var action) && action is not IMessageAction && !action.Descriptor.Outside;

    async Task<Known> Load(Enrollment e, FactNeeds needs, string? channel, DateTimeOffset now, CancellationToken ct)
    {
        var known = await facts.Load(e, needs, now, ct);
        return known with { Setting = await links.Add(known.Setting, needs, e.Practice, channel, ct) };
    }

    static async Task<Acted> Await(ICalledBack action, ActionCall call, Outcome earlier, CancellationToken ct) =>
        await action.Await(call, earlier, ct) is var outcome && outcome != earlier ? Settled(outcome, call) : new(earlier, call.Changes);

    static Acted Settled(Outcome outcome, ActionCall call)
    {
        call.Changes.Add(new Change.Settle(call.EffectId, call.Now, outcome));
        return new(outcome, call.Changes);
    }

    ActionCall Call(Enrollment e, Effect.RunAction effect, DateTimeOffset now, Known known, Config config, ChangeSet changes, Definition definition)
    {
        var (made, raised) = (0, 0);
        return new ActionCall
        {
            EffectId = effect.EffectId, Attempt = effect.Attempt, Now = now, Enrollment = e, Practice = known.Practice, Contact = known.Contact,
            Config = config, Setting = known.Setting, Records = store, Outside = outside, Decider = decider, Pages = pages is { Served: true } ? pages : null, Changes = changes, Sender = Rendering.Render(definition.Settings.Sender, known.Setting),
            NewId = prefix => Ids.From(prefix, now, $"{effect.EffectId}/{prefix}/{made++}"),
            Raise = (type, data) => changes.Add(new Change.Accept(new PracticeEvent(
                Ids.From("evt", now, $"{effect.EffectId}/raise/{raised}"), e.Practice, "workflow", $"{effect.EffectId}/{raised++}", type, now,
                e.ContactId, data as JsonElement? ?? JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web), e.Depth + 1, e.Id))),
            Output = values => changes.Put(Kinds.Output, $"{e.Id}/{effect.StepId}", new StepOutput(values)),
        };
    }
}

/// <summary>What an action answered, and what is to be written with it.</summary>
public sealed record Acted(Outcome Outcome, ChangeSet Changes);

/// <summary>A message as it would go, or why there would be none.</summary>
/// <param name="Missing">Merge fields that have no value.</param>
public sealed record ComposedMessage(Message? Message, IReadOnlyList<string> Missing, string? Refused)
{
    public static ComposedMessage No(string code) => new(null, [], code);
}
