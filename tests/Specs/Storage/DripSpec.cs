namespace AesthetixWorkflows.Specs.Storage;

public abstract class DripSpec : StoreSpec
{
    static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task C16_a_hundred_in_ten_minutes_over_a_thousand_is_ten_batches_in_order()
    {
        var places = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Take($"e{i}", 100, Sample.Noon)));
        var expected = Enumerable.Range(0, 1000).Select(i => Sample.Noon + Ten * (i / 100));
        Assert.Equal(expected, places);
    }

    [Fact]
    public async Task Asked_again_it_answers_the_same()
    {
        await Take("e1", 1, Sample.Noon);
        var second = await Take("e2", 1, Sample.Noon);
        Assert.Equal(Sample.Noon + Ten, second);
        Assert.Equal(second, await Take("e2", 1, Sample.Noon.AddHours(5)));
    }

    [Fact]
    public async Task An_open_batch_takes_those_who_come_within_its_interval()
    {
        await Take("e1", 2, Sample.Noon);
        Assert.Equal(Sample.Noon, await Take("e2", 2, Sample.Noon.AddMinutes(9)));
        Assert.Equal(Sample.Noon + Ten, await Take("e3", 2, Sample.Noon.AddMinutes(9)));
    }

    [Fact]
    public async Task After_an_idle_interval_a_new_batch_begins_now()
    {
        await Take("e1", 2, Sample.Noon);
        var later = Sample.Noon.AddMinutes(25);
        Assert.Equal(later, await Take("e2", 2, later));
    }

    [Fact]
    public async Task Steps_and_practices_drip_apart()
    {
        await Take("e1", 1, Sample.Noon);
        Assert.Equal(Sample.Noon, await Store.TakeDripPlace(Here, "wf_1", "s2", "e2", 1, Ten, Sample.Noon));
        Assert.Equal(Sample.Noon, await Store.TakeDripPlace(Here, "wf_2", "s1", "e3", 1, Ten, Sample.Noon));
        Assert.Equal(Sample.Noon, await Store.TakeDripPlace(There, "wf_1", "s1", "e1", 1, Ten, Sample.Noon));
    }

    Task<DateTimeOffset> Take(string effect, int batch, DateTimeOffset now) => Store.TakeDripPlace(Here, "wf_1", "s1", effect, batch, Ten, now);
}
