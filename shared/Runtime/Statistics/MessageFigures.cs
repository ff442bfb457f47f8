using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Backtesting;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Statistics;

/// <summary>What became of a workflow's latest messages: who got, opened, clicked and answered them.</summary>
sealed class MessageFigures
{
    const int MostMessages = 2000, PageSize = 200;
    /// <summary>Until a moment is exclusive, and what has just come in counts.</summary>
    static readonly TimeSpan ThisMoment = TimeSpan.FromMinutes(1);

    readonly Dictionary<(string Step, string What), HashSet<string>> _messages = [];

    public DateTimeOffset? CutOffAt { get; private set; }

    /// <summary>Messages, not times: who opens an email twice has opened one.</summary>
    public long Of(string step, string what) => _messages.TryGetValue((step, what), out var messages) ? messages.Count : 0;

    public static async Task<MessageFigures> Read(IStore store, string practice, string workflow, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        var figures = new MessageFigures();
        await figures.Messages(store, practice, workflow, since, ct);
        var (events, cut) = await KeptEvents.Read(store, practice, ["email.event", "sms.failed", "link.clicked"], since, now + ThisMoment, MostMessages, ct);
        if (cut > (figures.CutOffAt ?? DateTimeOffset.MinValue)) figures.CutOffAt = cut;
        foreach (var e in events) figures.Happened(e.Event, workflow);
        return figures;
    }

    void Happened(PracticeEvent e, string workflow)
    {
        var root = e.Type switch { "email.event" => "email", "sms.failed" => "sms", _ => "link" };
        if (FactLoader.TextIn(e.Data, root, "workflowId") != workflow || FactLoader.TextIn(e.Data, root, "stepId") is not { } step) return;
        var what = e.Type is "link.clicked" ? "clicked" : FactLoader.TextIn(e.Data, root, "event");
        if (what is "bounced" or "dropped") what = "failed";
        if (what is not null) Add(step, what, FactLoader.TextIn(e.Data, root, "messageId") ?? e.Id);
    }

    async Task Messages(IStore store, string practice, string workflow, DateTimeOffset since, CancellationToken ct)
    {
        var latest = new List<Stored<Message>>();
        string? cursor = null;
        do
        {
            var page = await store.List(Kinds.Message, practice, new Listing(PageSize, cursor), ct);
            latest.AddRange(page.Items.TakeWhile(m => m.Body.At >= since));
            cursor = latest.Count > 0 && page.Items.Count > 0 && page.Items[^1].Body.At >= since ? page.Next : null;
        } while (cursor is not null && latest.Count < MostMessages);
        if (cursor is not null) CutOffAt = latest[^1].Body.At;

        // In the order in which they went: an answer is to the last message before it on its channel.
        var last = new Dictionary<(string, string), Stored<Message>>();
        foreach (var message in Enumerable.Reverse(latest))
        {
            if (message.Body.ContactId is not { } contact) continue;
            var key = (contact, message.Body.Channel);
            if (message.Body is { Direction: Direction.Out, Status: MessageStatus.Failed }) continue;
            if (message.Body.Direction is Direction.Out)
            {
                last[key] = message;
                if (message.Body.WorkflowId == workflow && message.Body is { StepId: { } step, Status: MessageStatus.Delivered }) Add(step, "delivered", message.Id);
            }
            else if (last.TryGetValue(key, out var answered) && answered.Body.WorkflowId == workflow && answered.Body.StepId is { } asked) Add(asked, "replied", answered.Id);
        }
    }

    void Add(string step, string what, string message)
    {
        if (!_messages.TryGetValue((step, what), out var messages)) _messages[(step, what)] = messages = [];
        messages.Add(message);
    }
}
