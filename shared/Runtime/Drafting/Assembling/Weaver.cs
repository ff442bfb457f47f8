using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Runtime.Drafting.Assembling;

/// <summary>Gives pieces their ids, in reading order, and connects them.</summary>
static class Weaver
{
    /// <returns>The id of the first piece; null when there is none.</returns>
    public static string? Weave(IReadOnlyList<Piece> pieces, JsonObject steps, string? after = null)
    {
        var number = 1;
        Name(pieces);
        Connect(pieces, after);
        return pieces.Count > 0 ? pieces[0].Id : after;

        void Name(IReadOnlyList<Piece> list)
        {
            foreach (var piece in list)
            {
                while (steps.ContainsKey($"s{number}")) number++;
                piece.Id = $"s{number}";
                steps[piece.Id] = piece.Step;
                if (piece is not Fork fork) continue;
                Name(fork.Yes);
                Name(fork.No);
            }
        }

        static void Connect(IReadOnlyList<Piece> list, string? end)
        {
            for (var i = 0; i < list.Count; i++)
            {
                var next = i + 1 < list.Count ? list[i + 1].Id : end;
                switch (list[i])
                {
                    case Fork fork:
                        fork.Connect(fork.Yes.Count > 0 ? fork.Yes[0].Id : fork.YesEnds ? null : next, fork.No.Count > 0 ? fork.No[0].Id : fork.NoEnds ? null : next);
                        Connect(fork.Yes, fork.YesEnds ? null : next);
                        Connect(fork.No, fork.NoEnds ? null : next);
                        break;
                    case Jump jump:
                        jump.Step["config"]!["step"] = jump.Target.Id;
                        break;
                    default:
                        list[i].Step["next"] = next;
                        break;
                }
            }
        }
    }
}
