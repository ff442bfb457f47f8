using AesthetixWorkflows.Runtime.Pacing;

namespace AesthetixWorkflows.Runtime.Drafting;

/// <summary>How often a practice may ask for a draft: a person never comes near it, and a program cannot run up a model's bill.</summary>
public sealed class DraftingRate(int perMinute = DraftingRate.PerMinute) : MinuteRate(perMinute)
{
    public const int PerMinute = 20;
}
