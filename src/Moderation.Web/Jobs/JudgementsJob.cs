using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Web.Jobs;

/// <summary>Makes decisions of judgements whose time to be undone is over; those that a stopped node left behind too.</summary>
internal sealed partial class JudgementsJob(IUseCases useCases, IHostApplicationLifetime host, ILogger<JudgementsJob> log) : LeasedJob(useCases, "judgements", Term)
{
    // A killed node's lease must not make people wait long for what another could do.
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(10);

    protected override async Task Run(CancellationToken ct)
    {
        var stuck = new List<CaseId>();
        while (!ct.IsCancellationRequested && !host.ApplicationStopping.IsCancellationRequested && stuck.Count < DueJudgements.MostAtOnce && await Due(stuck, ct) is { Count: > 0 } due && await Renew(ct))
            foreach (var @case in due)
                if (!await Conclude(@case, ct))
                    stuck.Add(@case);
    }

    private async Task<IReadOnlyList<CaseId>> Due(List<CaseId> stuck, CancellationToken ct) =>
        (await UseCases.Run(Actor.Product, new DueJudgements(stuck), null, ct)).Match(x => x.Cases, _ => []);

    // One that cannot be made is tried again at the next tick; the others do not wait for it.
    private async Task<bool> Conclude(CaseId @case, CancellationToken ct)
    {
        try
        {
            return !(await UseCases.Run(Actor.Product, new ConcludeJudgement(@case), null, ct)).IsRefused;
        }
#pragma warning disable CA1031 // Whatever went wrong with one, the others take effect.
        catch (Exception broken) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Broke(log, @case.Value, broken);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The judgement of case {Case} could not be made a decision; it is tried again.")]
    private static partial void Broke(ILogger log, Guid @case, Exception broken);
}
