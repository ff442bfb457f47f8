using AesthetixWorkflows.Functions.Storage;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Tests.Storage;

public sealed class AnswersTests
{
    [Fact]
    public async Task What_nobody_asks_for_any_more_is_taken_away()
    {
        var (name, service) = (Azurite.NewTable(), await Azurite.Service());
        var store = TablesStore.Over(service, name, TimeProvider.System);
        await store.Ensure();
        foreach (var key in new[] { "a", "b", "c" })
        {
            await store.BeginIdempotent(Things.Here, key, "hash", Things.Noon);
            await store.EndIdempotent(Things.Here, key, 201, "{}");
        }
        Assert.Null(await store.BeginIdempotent(Things.Here, "d", "hash", Things.Noon.AddHours(25)));
        Assert.Equal(1, await Rows());
        Assert.NotNull(await store.BeginIdempotent(Things.Here, "d", "hash", Things.Noon.AddHours(25)));

        async Task<int> Rows()
        {
            var rows = 0;
            await foreach (var _ in service.GetTableClient(name).QueryAsync<TableEntity>()) rows++;
            return rows;
        }
    }
}
