using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>What all trigger tests ask: does this event, with these filters, let the contact in?</summary>
public abstract class TriggerTests : IAsyncLifetime
{
    internal Reception Here { get; private set; } = null!;

    public async Task InitializeAsync() => Here = await Reception.Open();

    public async Task DisposeAsync() => await Here.DisposeAsync();

    /// <summary>Three workflows on one event: without filters, with the one that should hold, and with its opposite.</summary>
    protected async Task Parts(string type, string field, string op, object value, object data, Func<Contact, Contact>? but = null)
    {
        var (all, some, others) = (await Here.Publish(type), await Here.Publish(type, Rows(field, op, value)), await Here.Publish(type, Rows(field, Opposite(op), value)));
        var needs = Here.Catalogue.Triggers[type].NeedsContact || but is not null;
        var result = await Here.Happens(type, data, needs ? await Here.Person(but) : null);
        Assert.Equal("enrolled:2", result);
        Assert.Equal((1, 1, 0), ((await Here.Inside(all)).Count, (await Here.Inside(some)).Count, (await Here.Inside(others)).Count));
        Assert.Contains(Here.Catalogue.Triggers[type].Filters, filter => filter.Name == field || filter.Name.EndsWith(".*", StringComparison.Ordinal) && field.StartsWith(filter.Name[..^1], StringComparison.Ordinal));
    }

    protected static string Rows(string field, string op, object value) => JsonSerializer.Serialize(new { all = new[] { new { field, op, value } } });

    static string Opposite(string op) => op switch
    {
        "is" => "isNot", "isNot" => "is", "contains" => "notContains", "notContains" => "contains", "anyOf" => "noneOf", "noneOf" => "anyOf", "empty" => "notEmpty", "notEmpty" => "empty",
        "gt" => "lte", "gte" => "lt", "lt" => "gte", "lte" => "gt", _ => throw new ArgumentOutOfRangeException(nameof(op), op, null),
    };
}
