using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Control;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>What people call steps, triggers and their fields.</summary>
sealed class Titles(ProductCatalogue catalogue)
{
    static readonly Dictionary<string, ControlDescriptor> Controls = Waits.All.Concat(Catalogue.Control.Controls.All).ToDictionary(c => c.Type);

    /// <summary>Text “Reminder”; one without a name is called what the catalogue calls its kind.</summary>
    public string Of(Step step) => step.Name is { Length: > 0 } name ? $"{Sort(step.Type)} “{name}”" : $"“{LabelOf(step.Type)}”";

    public string Of(TriggerDefinition trigger) => $"Trigger “{(trigger.Name is { Length: > 0 } name ? name : LabelOf(trigger.Type))}”";

    /// <summary>Where a path leads.</summary>
    public string Of(Definition definition, string? id) => definition.Find(id) is { } step ? Of(step) : id is null ? "the end" : $"the missing step “{id}”";

    /// <summary>“Send text message”.</summary>
    public string LabelOf(string type) =>
        catalogue.Actions.TryGetValue(type, out var action) ? action.Descriptor.Label
        : Controls.TryGetValue(type, out var control) ? control.Label
        : catalogue.Triggers.TryGetValue(type, out var trigger) ? trigger.Label : type;

    public Field? FieldOf(string type, string name) =>
        (catalogue.Actions.TryGetValue(type, out var action) ? action.Descriptor.Config
        : Controls.TryGetValue(type, out var control) ? control.Config
        : catalogue.Triggers.TryGetValue(type, out var trigger) ? trigger.Config : []).FirstOrDefault(f => f.Name == name);

    /// <summary>The label of a field that a trigger's filter tests.</summary>
    public string? FilterLabel(string type, string field) =>
        catalogue.Triggers.TryGetValue(type, out var trigger) ? trigger.Filters.FirstOrDefault(f => f.Name == field)?.Label : null;

    static string Sort(string type) => type switch
    {
        "sms.send" => "Text",
        "email.send" => "Email",
        "task.add" => "Task",
        "if" => "If/Else",
        "split" => "Split",
        "goto" => "Go To",
        "goal" => "Goal",
        "drip" => "Drip",
        "end" => "End",
        _ => type.StartsWith("wait.", StringComparison.Ordinal) ? "Wait" : "Step",
    };
}
