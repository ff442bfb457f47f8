namespace Microsoft.DurableTask;

public readonly struct TaskName(string name) : IEquatable<TaskName>
{
    public string Name { get; } = name;
    public static implicit operator TaskName(string value) => new(value);
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);
    public override string ToString() => Name;
    public static bool operator ==(TaskName left, TaskName right) => left.Equals(right);
    public static bool operator !=(TaskName left, TaskName right) => !left.Equals(right);
}
