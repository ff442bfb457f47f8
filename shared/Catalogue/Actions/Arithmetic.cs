using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Counts: with numbers, or with a date and lengths of time. Rows are done one after the other; no row goes before another.</summary>
sealed class Arithmetic : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("math", "Calculate", "Tools", "Starts with a number or a date and does the rows one after the other. Later steps can use the result.",
        Config:
        [
            new("start", FieldKind.Text, "Start with", Required: true, MaxLength: 200, Merge: true, Exact: true, Help: "A number or a date."),
            new("rows", FieldKind.Rows, "Then", Required: true, Merge: true, Columns:
            [
                new("op", FieldKind.Choice, "Do", Required: true, Options: [new("add", "Add"), new("subtract", "Take away"), new("multiply", "Times"), new("divide", "Divided by")]),
                new("amount", FieldKind.Number, "How much", Required: true, Merge: true),
                new("unit", FieldKind.Choice, "Of", Options:
                    [new("minutes", "Minutes"), new("hours", "Hours"), new("days", "Days"), new("weeks", "Weeks"), new("months", "Months"), new("years", "Years")], Help: "For dates. Left empty: days."),
            ]),
            new("decimals", FieldKind.Number, "Round to decimals", Min: 0, Max: 10),
        ],
        Outputs: [new("value", "Result")], NeedsContact: false);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) => Task.FromResult(Execute(call));

    static Outcome Execute(ActionCall call)
    {
        var start = call.Config.Need("start");
        var rows = (call.Config.Array("rows") ?? []).OfType<JsonObject>().Select(row => new Config(row)).ToList();
        if (decimal.TryParse(start, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return Numbers(call, number, rows);
        return Moment.TryParse(start, out var moment) ? Dates(call, moment, rows) : new Outcome.Failed("math.unreadable", Retryable: false);
    }

    static Outcome Numbers(ActionCall call, decimal number, List<Config> rows)
    {
        try
        {
            foreach (var row in rows)
            {
                if (row.Number("amount") is not { } amount) return new Outcome.Failed("math.unreadable", Retryable: false);
                var op = row.Need("op");
                if (op == "divide" && amount == 0) return new Outcome.Failed("math.divideByZero", Retryable: false);
                number = op switch { "add" => number + amount, "subtract" => number - amount, "multiply" => number * amount, _ => number / amount };
            }
        }
        catch (OverflowException)
        {
            return new Outcome.Failed("math.tooLarge", Retryable: false);
        }
        if (call.Config.Number("decimals") is { } decimals) number = Math.Round(number, (int)Math.Clamp(decimals, 0, 10), MidpointRounding.AwayFromZero);
        call.Give(new JsonObject { ["value"] = number });
        return Outcome.Done.Plain;
    }

    static Outcome Dates(ActionCall call, Moment moment, List<Config> rows)
    {
        foreach (var row in rows)
        {
            if (row.Need("op") is not ("add" or "subtract") and not null) return new Outcome.Failed("math.dateOp", Retryable: false);
            if (row.Number("amount") is not { } amount || amount != decimal.Truncate(amount)) return new Outcome.Failed("math.unreadable", Retryable: false);
            if (DateSums.Add(moment, row.Text("op") == "subtract" ? -amount : amount, row.Text("unit") ?? "days", call.Setting.Zone) is not { } sum)
                return new Outcome.Failed("math.tooLarge", Retryable: false);
            moment = sum;
        }
        call.Give(new JsonObject { ["value"] = DateSums.Write(moment, call.Setting.Zone) });
        return Outcome.Done.Plain;
    }
}
