using AesthetixWorkflows.Runtime.Pacing;

namespace AesthetixWorkflows.Runtime.TestSending;

/// <summary>How many tests a practice may send in a minute: a person who polishes a text never comes near it, and nobody can
/// have this practice write to strangers in numbers.</summary>
public sealed class TestRate(int perMinute = TestRate.PerMinute) : MinuteRate(perMinute)
{
    public const int PerMinute = 10;
}
