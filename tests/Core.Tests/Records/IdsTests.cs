using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Core.Tests.Records;

public sealed class IdsTests
{
    static readonly DateTimeOffset monday = new(2026, 6, 1, 13, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_id_is_its_prefix_and_a_ulid() => Assert.Matches("^con_[0-7][0-9A-HJKMNP-TV-Z]{25}$", Ids.Make("con", monday, new byte[10]));

    [Fact] // The example in the readme of the ULID specification.
    public void The_time_is_written_as_the_specification_says() =>
        Assert.StartsWith("con_01ARYZ6S41", Ids.Make("con", DateTimeOffset.FromUnixTimeMilliseconds(1469918176385), new byte[10]));

    [Fact]
    public void Later_ids_sort_after_earlier_ones_whatever_follows_the_time() =>
        Assert.True(string.CompareOrdinal(Ids.Make("con", monday, [.. Enumerable.Repeat((byte)255, 10)]), Ids.Make("con", monday.AddMilliseconds(1), new byte[10])) < 0);

    [Fact]
    public void The_same_moment_and_seed_make_the_same_id_and_another_seed_another()
    {
        Assert.Equal(Ids.From("msg", monday, "enr_1/a/1"), Ids.From("msg", monday, "enr_1/a/1"));
        Assert.NotEqual(Ids.From("msg", monday, "enr_1/a/1"), Ids.From("msg", monday, "enr_1/a/2"));
    }

    [Fact]
    public void An_id_tells_when_it_was_made()
    {
        var at = new DateTimeOffset(2026, 3, 2, 12, 0, 0, 123, TimeSpan.Zero);
        Assert.Equal(at, Ids.MomentOf(Ids.From("evt", at, "seed")));
        Assert.Equal(DateTimeOffset.UnixEpoch, Ids.MomentOf("evt_1"));
        Assert.Equal(DateTimeOffset.UnixEpoch, Ids.MomentOf("evt_uuuuuuuuuuuuuuuuuuuuuuuuuu"));
    }

    [Fact]
    public void Beside_another_id_the_same_seed_makes_the_same_id()
    {
        var evt = Ids.From("evt", new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), "one");
        var enrollment = Ids.Beside("enr", evt, $"{evt}/wf_1");
        Assert.Equal(enrollment, Ids.Beside("enr", evt, $"{evt}/wf_1"));
        Assert.NotEqual(enrollment, Ids.Beside("enr", evt, $"{evt}/wf_2"));
        Assert.Equal(evt[4..14], enrollment[4..14]);
    }
}
