using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>Empty stores in the emulator.</summary>
static class Tables
{
    public static async Task<IStore> Empty() => await Empty(null);

    public static async Task<TablesStore> Empty(TimeProvider? time = null, Action<TableClientOptions>? set = null)
    {
        var store = await Over(Azurite.NewTable(), time, set);
        await store.Ensure();
        return store;
    }

    /// <summary>A store of a process of its own over a table that others use, too.</summary>
    public static async Task<TablesStore> Over(string table, TimeProvider? time = null, Action<TableClientOptions>? set = null) =>
        TablesStore.Over(await Azurite.Service(set), table, time ?? TimeProvider.System);
}
