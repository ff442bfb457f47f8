using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Appointments;

/// <summary>How an attempt to book or change a visit ended.</summary>
abstract record Booked
{
    private Booked() { }

    public sealed record Done(Stored<Appointment> Visit) : Booked;

    /// <param name="Code"><c>conflict</c>: somebody wrote at the same moment; look again.</param>
    public sealed record Refused(Code Code) : Booked;

    public static Booked No(Code code) => new Refused(code);

    /// <summary>Tries again while others write at the same moment, which ends: of two, one gets through.</summary>
    public static async Task<Booked> Insist(Func<Task<Booked>> attempt)
    {
        for (var tries = 1; ; tries++)
            if (await attempt() is var booked && (tries == 8 || booked is not Refused { Code: var code } || code != Codes.Conflict)) return booked;
    }
}
