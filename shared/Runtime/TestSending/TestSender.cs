using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating;
using AesthetixWorkflows.Runtime.Simulating.Capturing;
using AesthetixWorkflows.Runtime.Simulating.Overlay;

namespace AesthetixWorkflows.Runtime.TestSending;

/// <summary>Sends a step's message to whoever writes it: composed by the path that composes the real one, marked as a test, and
/// kept in no conversation, count or cap.</summary>
/// <remarks>It is composed over an overlay of the store, so that nothing it needs is written; only the audit line is.</remarks>
public sealed class TestSender(
    IStore store, ProductCatalogue catalogue, WorkflowBook workflows, IMessageProvider provider, IIdSource ids, TestRate rate, TimeProvider clock, PageAddresses? pages = null)
{
    const string Mark = "[Test] ";
    const int MostOwners = 50;

    public async Task<TestDeed> Send(Actor by, TestWish wish, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, by.Practice, wish.WorkflowId, ct) is not { } workflow || TestedStep.Of(workflow.Body.Draft, wish.StepId, wish.Type, wish.Config) is not { } tested) return new TestDeed.NotFound();
        if (ChannelOf(tested) is not { } channel) return new TestDeed.Nothing();
        if ((channel == "email" ? EmailAddress.Normalize(wish.To) : PhoneNumber.Normalize(wish.To)) is not { } to) return new TestDeed.Misfit("to", channel);
        var contact = wish.ContactId is { } id ? await store.Find(Kinds.Contact, by.Practice, id, ct) : null;
        if (contact is null && wish.ContactId is not null) return new TestDeed.Misfit("contactId", channel);

        // Read afresh: what was switched off a moment ago is off.
        var practice = (await store.Find(Kinds.Practice, by.Practice, by.Practice, ct))!.Body;
        if (practice.SendingPaused) return new TestDeed.Paused();
        if (await Spared(by.Practice, practice, channel, to, tested.Step.Purpose, by.Now, ct) is { } no) return no;
        if (!rate.Admit(by.Practice, by.Now, out var after)) return new TestDeed.TooMany(after);

        var composed = await Compose(by, wish, tested, contact, practice, to, ct);
        if (composed.Message is not { } words) return new TestDeed.Faulty(composed.Refused ?? "message.empty");
        var message = Marked(words, to, ids.New(Kinds.Message.Prefix), by.Now, out var messageId);
        // Without the line there is no test.
        await store.Commit(new ChangeSet(by.Practice).Audited(ids, by, "step.tested", wish.WorkflowId, $"{wish.StepId} {channel} {messageId}"), ct);
        var outcome = await provider.Send(by.Practice, messageId, message, ct);
        return new TestDeed.Sent(Settled(message, outcome), composed.Missing, contact is null ? [] : await WouldStop(by.Practice, practice, contact, channel, tested.Step.Purpose, by.Now, ct));
    }

    string? ChannelOf(TestedStep tested)
    {
        if (!catalogue.Actions.TryGetValue(tested.Step.Type, out var action) || action is not IMessageAction) return null;
        var channel = action.Descriptor.ChannelFor(tested.Step.Config) ?? tested.Text("channel");
        return channel is "email" or "sms" ? channel : null;
    }

    /// <summary>Whoever of the practice's contacts has the address: who said no is written to by nobody, and not for a test either;
    /// and no phone of theirs rings at night.</summary>
    async Task<TestDeed?> Spared(string practiceId, Practice practice, string channel, string to, string? purpose, DateTimeOffset now, CancellationToken ct)
    {
        var owners = (await store.List(Kinds.Contact, practiceId, new Listing(MostOwners, Index: channel == "email" ? "email" : "phone", Value: to), ct)).Items;
        foreach (var owner in owners)
            if (SendConsent.Refuse(practice, owner.Body, channel, purpose, now) is Outcome.Skipped { Code: var code } && !code.StartsWith("consent.missing.", StringComparison.Ordinal)) return new TestDeed.OptedOut(code);
        foreach (var owner in owners)
            if (channel == "sms" && Timing.Quiet(practice, purpose, owner.Body, now) is not null) return new TestDeed.Quiet();
        return null;
    }

    async Task<ComposedMessage> Compose(Actor by, TestWish wish, TestedStep tested, Stored<Contact>? contact, Practice practice, string to, CancellationToken ct)
    {
        var overlay = new OverlayStore(store, clock);
        var samples = new SampleFacts(overlay, catalogue);
        var zone = ContactClock.Of(contact?.Body, practice);
        var cause = new PracticeEvent(ids.New("evt"), by.Practice, "test", "test", "test", by.Now, contact?.Id ?? SampleFacts.Anna.Id,
            JsonSerializer.SerializeToElement(await samples.Event(tested.Definition, FactNeeds.Of(tested.Step, tested.Definition), by.Practice, contact?.Id, zone, by.Now, ct)));
        var made = new ChangeSet(by.Practice).Add(new Change.Accept(cause));
        if (contact is null) made.Put(Kinds.Contact, SampleFacts.Anna.Id, await samples.Invented(by.Practice, by.Now, ct), 0);
        await overlay.Commit(made, ct);

        var e = new Enrollment
        {
            Id = ids.New("enr"), Practice = by.Practice, WorkflowId = wish.WorkflowId, Version = 0, ContactId = cause.ContactId, ScopeKey = "contact",
            EventId = cause.Id, Zone = zone, EnrolledAt = by.Now, StepId = wish.StepId,
        };
        await using var engine = new Engine(overlay, clock, new Captured(), catalogue, workflows, pages?.ForTesting(), wish.WorkflowId);
        return await engine.Path.Compose(tested.Definition, e, wish.StepId, to, by.Now, ct);
    }

    /// <summary>Says what it is, goes to one address, and is tied to no contact.</summary>
    static Message Marked(Message words, string to, string id, DateTimeOffset now, out string messageId)
    {
        messageId = id;
        var text = words.Channel == "sms" ? Mark + words.Text : words.Text;
        return words with
        {
            To = to, Cc = null, Bcc = null, ContactId = null, EnrollmentId = null, EffectId = $"test/{id}", TrackClicks = words.Channel == "email" ? false : null, Links = null, At = now,
            Subject = words.Channel == "email" ? Mark + words.Subject : words.Subject, Text = text, Segments = words.Channel == "sms" ? Segments.Count(text!) : null,
        };
    }

    static Message Settled(Message message, Outcome outcome) => outcome switch
    {
        Outcome.Done => message with { Status = MessageStatus.Sent },
        Outcome.Unknown unknown => message with { Status = MessageStatus.Unknown, Code = unknown.Code },
        Outcome.Failed failed => message with { Status = MessageStatus.Failed, Code = failed.Code },
        _ => message with { Status = MessageStatus.Failed },
    };

    /// <summary>Asked of whoever would receive the real one.</summary>
    async Task<List<string>> WouldStop(string practiceId, Practice practice, Stored<Contact> contact, string channel, string? purpose, DateTimeOffset now, CancellationToken ct)
    {
        if (purpose is null) return [];
        if (await SendingRules.Recipient(store, practiceId, contact, ct) is not { Body: var recipient }) return ["guardian.unknown"];
        var problems = new List<string>();
        if ((channel == "email" ? recipient.Email : recipient.Phone) is null) problems.Add(channel == "email" ? "contact.noEmail" : "contact.noPhone");
        if (SendingRules.Permission(practice, contact.Body, recipient, channel, purpose, now) is Outcome.Skipped refused) problems.Add(refused.Code);
        return problems;
    }
}
