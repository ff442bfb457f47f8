using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Runtime.Links;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

/// <summary>Settings of a host whose services are all put in by the test.</summary>
static class Settings
{
    public static AzureSettings Sample => new()
    {
        PublicUrl = new("https://clinic.example"), PracticeName = "Lumina", PracticeZone = "America/New_York", OwnerKey = "ak_0123456789abcdef0123456789abcdef",
        Links = LinkKeys.Parse("lk_0123456789abcdef0123456789abcdef")!,
    };
}
