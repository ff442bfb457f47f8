namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Kinds of field an operator makes sense for. A date is a day or an instant.</summary>
[Flags]
public enum FieldKinds
{
    None = 0,
    Text = 1,
    Number = 2,
    Date = 4,
    Flag = 8,
    List = 16,

    /// <summary>A time of day (<c>now.time</c>) or a weekday (<c>now.weekday</c>).</summary>
    Clock = 32,
    Any = Text | Number | Date | Flag | List | Clock,
}
