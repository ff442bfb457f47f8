using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

public sealed class BackoffTests
{
    [Fact]
    public void The_schedule_is_that_of_Standard_Webhooks()
    {
        var seconds = Enumerable.Range(1, 10).Select(attempt => new Backoff().Next(attempt, 0.5)?.TotalSeconds).ToArray();
        Assert.Equal([5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400, null], seconds);
    }

    [Fact]
    public void A_step_may_bound_the_tries() =>
        Assert.Equal([true, true, false], Enumerable.Range(1, 3).Select(attempt => new Backoff(3).Next(attempt, 0.5) is not null));

    [Fact]
    public void Jitter_spreads_a_wait_by_a_fifth_each_way()
    {
        Assert.Equal(TimeSpan.FromMinutes(4), new Backoff().Next(2, 0));
        Assert.Equal(TimeSpan.FromMinutes(6), new Backoff().Next(2, 1));
    }

    [Fact]
    public void What_the_other_system_asks_for_only_makes_it_later()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), new Backoff().Next(1, 0.5, TimeSpan.FromMinutes(10)));
        Assert.Equal(TimeSpan.FromMinutes(5), new Backoff().Next(2, 0.5, TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromHours(24), new Backoff().Next(1, 0.5, TimeSpan.FromDays(30)));
        Assert.Null(new Backoff(1).Next(1, 0.5, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void More_tries_than_the_schedule_names_go_on_daily() =>
        Assert.Equal(TimeSpan.FromHours(24), new Backoff(50).Next(40, 0.5));
}
