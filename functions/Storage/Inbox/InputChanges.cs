using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Inputs on their way to an enrollment, kept until one of its saves has taken them into account. Their key is
/// their id, so that the same one comes once; their order is a column.</summary>
sealed class InputChanges(Workbench bench, Arrivals arrivals)
{
    public void Send(Change.Send send)
    {
        var draft = bench.At(RowKeys.Input(send.EnrollmentId, send.InputId));
        if (draft.Current is not null) return;
        var row = draft.Add();
        row[Columns.Id] = send.InputId;
        row[Columns.Enrollment] = send.EnrollmentId;
        row[Columns.Order] = arrivals.Next();
        row[Columns.At] = Moment.Of(bench.Now);
        BodyText.Write(row, JsonSerializer.Serialize(send.Input, Shapes.Default.Input));
    }

    public void Taken(Change.Taken taken) => bench.At(RowKeys.Input(taken.EnrollmentId, taken.InputId)).RemoveAny();
}
