using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Delivering;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Obeys what came back about a message: unsubscribed, marked as spam, an address or number that does not exist.</summary>
public sealed class DeliveryKeeping(DndSwitch dnd)
{
    /// <returns>The contact after the news.</returns>
    public Stored<Contact> Apply(PracticeEvent e, Stored<Contact> contact, DateTimeOffset now, ChangeSet changes)
    {
        var (root, channel) = e.Type == "sms.failed" ? ("sms", "sms") : ("email", "email");
        var reason = FactLoader.TextIn(e.Data, root, "stop")
            ?? FactLoader.TextIn(e.Data, root, "event") switch
            {
                // Whoever reports it, these two are the contact's own wish.
                "unsubscribed" => DeliveryStops.Unsubscribed,
                "complained" => DeliveryStops.Complained,
                _ => null,
            };
        return reason is null ? contact : dnd.On(e, contact, channel, reason, e.Source, now, changes);
    }
}
