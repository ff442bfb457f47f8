using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Writes a number as people read it.</summary>
sealed class NumberFormat : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("number.format", "Format number", "Tools", "Writes a number as people read it, for example as a price. Later steps can use the result.",
        Config:
        [
            new("number", FieldKind.Text, "Number", Required: true, MaxLength: 100, Merge: true),
            new("from", FieldKind.Choice, "It is written with", Options: [new("point", "A decimal point: 1,234.5"), new("comma", "A decimal comma: 1.234,5")]),
            new("to", FieldKind.Choice, "Write it with", Options: [new("point", "A decimal point: 1,234.5"), new("comma", "A decimal comma: 1.234,5")]),
            new("decimals", FieldKind.Number, "Decimals", Min: 0, Max: 10, Help: "Left empty: as many as there are."),
            new("grouped", FieldKind.Flag, "Group thousands"),
            new("before", FieldKind.Text, "Before it", MaxLength: 20, Help: "For example $."),
            new("after", FieldKind.Text, "After it", MaxLength: 20, Help: "For example %."),
        ],
        Outputs: [new("value", "Result"), new("number", "Number", "number")], NeedsContact: false);

    static readonly NumberFormatInfo Point = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };
    static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) => Task.FromResult(Execute(call));

    static Outcome Execute(ActionCall call)
    {
        var config = call.Config;
        if (!decimal.TryParse(config.Need("number").Trim(), NumberStyles.Number, Marks(config.Text("from")), out var number)) return new Outcome.Failed("number.unreadable", Retryable: false);
        var decimals = config.Number("decimals") is { } wanted ? (int)Math.Clamp(wanted, 0, 10) : (int?)null;
        if (decimals is { } places) number = Math.Round(number, places, MidpointRounding.AwayFromZero);
        var whole = config.Flag("grouped") ? "#,##0" : "0";
        var shape = decimals switch { null => $"{whole}.##########", 0 => whole, { } fixedPlaces => $"{whole}.{new string('0', fixedPlaces)}" };
        call.Give(new JsonObject { ["value"] = $"{config.Text("before")}{number.ToString(shape, Marks(config.Text("to")))}{config.Text("after")}", ["number"] = number });
        return Outcome.Done.Plain;
    }

    static NumberFormatInfo Marks(string? choice) => choice == "comma" ? Comma : Point;
}
