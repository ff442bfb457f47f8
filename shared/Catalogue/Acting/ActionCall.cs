using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>Everything an action needs to do its work once. It writes by adding to <see cref="Changes"/> (committed
/// together with the enrollment's next state) and raises events through <see cref="Raise"/>; it reaches outside only
/// through <see cref="Outside"/>, and only after the ledger has been claimed.</summary>
public sealed record ActionCall
{
    public required string EffectId { get; init; }
    public required int Attempt { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required Enrollment Enrollment { get; init; }
    public required Practice Practice { get; init; }
    /// <summary>Null in an enrollment without a contact, and then only for actions that do without.</summary>
    public Stored<Contact>? Contact { get; init; }
    /// <summary>Who receives what is sent to the contact: the contact, or a guardian.</summary>
    public Stored<Contact>? Recipient { get => field ?? Contact; init; }
    /// <summary>The step's config with every merge field already filled in.</summary>
    public required Config Config { get; init; }
    public required Setting Setting { get; init; }
    /// <summary>Who the workflow's messages come from, merge fields filled in; a step may say otherwise.</summary>
    public Sender Sender { get; init; } = new(null, null, null);
    /// <summary>What stands in the config now and apart from the definition otherwise: to be used, and written down nowhere.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
    public required IRecords Records { get; init; }
    public required IOutside Outside { get; init; }
    /// <summary>Null when the host has no model to ask.</summary>
    public IDecider? Decider { get; init; }
    /// <summary>Null when the host serves no public pages.</summary>
    public IPageAddresses? Pages { get; init; }
    public required ChangeSet Changes { get; init; }
    /// <summary>Makes an id with this prefix: the same one each time for the same effect, so that a repeat writes the same record.</summary>
    public required Func<string, string> NewId { get; init; }
    /// <summary>Says that something happened: event type and data; routed like any other event.</summary>
    public required Action<string, object> Raise { get; init; }
    /// <summary>What later steps may use as <c>{{steps.&lt;id&gt;.…}}</c>.</summary>
    public required Action<JsonElement> Output { get; init; }

    public void Give(JsonObject output) => Output(JsonSerializer.SerializeToElement(output));

    /// <summary>The same id at every attempt, however much later it is: for a record that must outlive a retry or a hold.</summary>
    public string LastingId(string prefix) => Ids.Beside(prefix, Enrollment.Id, EffectId);

    public string PracticeId => Enrollment.Practice;
    public string ContactId => Contact?.Id ?? throw new InvalidOperationException("The path admits contact actions only with a contact.");
}
