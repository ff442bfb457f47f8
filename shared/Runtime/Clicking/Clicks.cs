using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Clicking;

/// <summary>Leads on whoever follows a link in a message, and says that it was followed: <c>link.clicked</c> for a tracked
/// link, <c>email.event</c> (clicked) for any link of an email. Within ten minutes of the clock a link of a message counts once.</summary>
public sealed class Clicks(IStore store, IEventDoor door, TimeProvider clock)
{
    const int WindowSeconds = 600;
    const string Source = "link";

    /// <summary>Where a link of a message leads.</summary>
    /// <returns>Null: nowhere any more, or not to a web page.</returns>
    public async Task<Followed?> Find(ShortClaim claim, CancellationToken ct)
    {
        if (await store.Find(Kinds.Message, claim.Practice, claim.Id, ct) is not { Body: { Links: { } links } message } || claim.Place >= links.Length) return null;
        var link = links[claim.Place];
        // As it is now, so that a wrong address can be corrected for those who have the message already.
        var tracked = link.Id is null ? null : (await store.Find(Kinds.Link, claim.Practice, link.Id, ct))?.Body;
        var url = tracked?.Url ?? link.Url;
        return Uri.TryCreate(url, UriKind.Absolute, out var target) && target.Scheme is "http" or "https" ? new(claim, message, link.Id, tracked?.Name, target.AbsoluteUri) : null;
    }

    /// <exception cref="StoreUnavailableException">It was not kept.</exception>
    public async Task Count(Followed click, CancellationToken ct)
    {
        var (now, message) = (clock.GetUtcNow(), click.Message);
        var once = string.Create(CultureInfo.InvariantCulture, $"{click.Claim.Id}/{click.Claim.Place}/{now.ToUnixTimeSeconds() / WindowSeconds}");
        Task Say(string type, object data) =>
            door.Admit(click.Claim.Practice, new(Source, $"{once}/{type}", type, now, JsonSerializer.SerializeToElement(data), message.ContactId), ct);
        if (click.LinkId is { } id)
            await Say("link.clicked", new
            {
                link = new { id, name = click.Name, url = click.Url, workflowId = message.WorkflowId, stepId = message.StepId, messageId = click.Claim.Id, enrollmentId = message.EnrollmentId },
            });
        if (message.Channel == "email")
            await Say("email.event", new
            {
                email = new { @event = "clicked", channel = "email", stepId = message.StepId, messageId = click.Claim.Id, enrollmentId = message.EnrollmentId, workflowId = message.WorkflowId, url = click.Url },
            });
    }
}

/// <summary>A link of a message that somebody asks for.</summary>
public sealed record Followed(ShortClaim Claim, Message Message, string? LinkId, string? Name, string Url);
