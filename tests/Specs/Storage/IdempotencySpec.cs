using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Storage;

public abstract class IdempotencySpec : StoreSpec
{
    [Fact]
    public async Task The_first_gets_the_key_and_the_second_its_answer()
    {
        Assert.Null(await Begin("k", Sample.Noon));
        Assert.Equal(new IdempotentAnswer("hash", null, null), await Begin("k", Sample.Noon));
        await Store.EndIdempotent(Here, "k", 201, """{"id":"con_1"}""");
        Assert.Equal(new IdempotentAnswer("hash", 201, """{"id":"con_1"}"""), await Begin("k", Sample.Noon.AddHours(23)));
    }

    [Fact]
    public async Task After_a_day_the_key_is_free_again()
    {
        await Begin("k", Sample.Noon);
        await Store.EndIdempotent(Here, "k", 204, null);
        Assert.Null(await Begin("k", Sample.Noon.AddHours(24)));
        Assert.Equal(new IdempotentAnswer("hash", null, null), await Begin("k", Sample.Noon.AddHours(24).AddSeconds(30)));
    }

    [Fact]
    public async Task A_request_that_died_half_way_gives_its_key_back_after_a_minute()
    {
        await Begin("k", Sample.Noon);
        Assert.NotNull(await Begin("k", Sample.Noon.AddSeconds(59)));
        Assert.Null(await Begin("k", Sample.Noon.AddSeconds(61)));
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_the_key()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Begin("k", Sample.Noon)));
        Assert.Equal(1, answers.Count(a => a is null));
    }

    [Fact]
    public async Task Practices_have_keys_of_their_own()
    {
        Assert.Null(await Begin("k", Sample.Noon));
        Assert.Null(await Store.BeginIdempotent(There, "k", "hash", Sample.Noon));
    }

    Task<IdempotentAnswer?> Begin(string key, DateTimeOffset now) => Store.BeginIdempotent(Here, key, "hash", now);
}
