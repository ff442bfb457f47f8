using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Core.Tests.Machine;

public sealed class RetriesTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 30)]
    [InlineData(3, 300)]
    [InlineData(7, 36_000)]
    [InlineData(100, 36_000)]
    [InlineData(0, 5)]
    public void The_gap_is_the_scheduled_one_and_up_to_a_fifth_more(int attempt, int seconds) =>
        Assert.All(Enumerable.Range(0, 200), i => Assert.InRange(Retries.Delay(attempt, $"enr_{i}/a/1").TotalSeconds, seconds, seconds * 1.2));

    [Fact]
    public void The_same_effect_waits_the_same_time_and_others_do_not_all_come_at_once()
    {
        Assert.Equal(Retries.Delay(3, "enr_1/a/1"), Retries.Delay(3, "enr_1/a/1"));
        Assert.True(Enumerable.Range(0, 100).Select(i => Retries.Delay(3, $"enr_{i}/a/1")).Distinct().Count() > 90);
    }
}
