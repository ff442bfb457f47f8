using AesthetixWorkflows.Runtime.Identity;

namespace AesthetixWorkflows.Runtime.Tests.Identity;

public sealed class IdSourceTests
{
    [Fact]
    public void Ids_sort_in_the_order_they_were_made_even_when_the_clock_goes_back()
    {
        var clock = new Clock();
        var ids = new IdSource(clock);
        var made = new List<string>();
        for (var i = 0; i < 3000; i++)
        {
            if (i % 1000 == 500) clock.Now -= TimeSpan.FromSeconds(1);
            if (i % 1000 == 900) clock.Now += TimeSpan.FromSeconds(2);
            made.Add(ids.New("evt"));
        }
        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, id => Assert.Matches("^evt_[0-9A-HJKMNP-TV-Z]{26}$", id));
    }

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
