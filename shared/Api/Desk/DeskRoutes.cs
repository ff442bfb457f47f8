using System.Collections.Immutable;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What a caller may set on a pipeline; stages are replaced as a whole.</summary>
public sealed record PipelineFields(string? Name = null, ImmutableArray<Stage>? Stages = null);

/// <summary>What a caller may set on a member of the team.</summary>
public sealed record UserFields(string? Name = null, string? Email = null, string? Phone = null, string? Role = null, string? BookingUrl = null);

/// <summary>How the practice is set up: pipelines and people. Writing them is changing settings.</summary>
static class DeskRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RecordRoutes.Map<Pipeline, PipelineFields>(api, new()
        {
            Path = "/pipelines",
            Tag = "Pipelines",
            Kind = Kinds.Pipeline,
            NamedAs = (id, pipeline) => new("pipeline", id, pipeline.Name),
            Loses = (id, before, after) => before.Stages.Where(stage => after.Stages.All(kept => kept.Id != stage.Id)).Select(stage => new Departed("stage", stage.Id, stage.Name, id)),
            Read = Scopes.ContactsRead,
            Write = Scopes.SettingsWrite,
            Required = ["name", "stages"],
            Refuse = (_, _, pipeline, _) => Task.FromResult(
                pipeline.Stages.IsEmpty || pipeline.Stages.DistinctBy(s => s.Id).Count() < pipeline.Stages.Length
                    ? Refusal.Invalid("stages", "At least one stage, each with an id of its own.")
                    : null),
        });
        RecordRoutes.Map<User, UserFields>(api, new()
        {
            Path = "/users",
            Tag = "Users",
            Kind = Kinds.User,
            NamedAs = (id, user) => new("user", id, user.Name),
            Read = Scopes.ContactsRead,
            Write = Scopes.SettingsWrite,
            Required = ["name", "role"],
            Given = _ => new() { ["email"] = null, ["phone"] = null },
            Refuse = (_, _, user, _) => Task.FromResult(
                user.Role is "owner" or "frontdesk" or "provider" ? null : Refusal.Invalid("role", "One of owner, frontdesk, provider.")),
        });
    }
}
