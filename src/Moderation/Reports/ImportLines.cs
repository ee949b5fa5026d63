using FluentValidation;
using MediatR;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Pipeline;

namespace Moderation.Reports;

/// <summary>The host platform hands over many things at once; a line that is refused stops none of the others.</summary>
/// <param name="Lines">1 to 200, each one JSON object.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record ImportLines(IReadOnlyList<string> Lines) : ICommand<ImportLines.Answer>
{
    public const int MaxLines = 200;

    public sealed record Answer(int Accepted, int Duplicates, IReadOnlyList<Rejection> Rejected);

    /// <param name="Index">Its place among those sent, from 0.</param>
    /// <param name="Line">Its number in its file, from 1; the sender knows it.</param>
    public sealed record Rejection(int Index, long Line, string Code, string Detail);

    internal sealed class Validator : AbstractValidator<ImportLines>
    {
        public Validator() => RuleFor(x => x.Lines.Count).InclusiveBetween(1, MaxLines);
    }

    internal sealed class Handler(
        AccountIntake accounts, ContentIntake content, ReportIntake reports, SignalIntake signals,
        IEnumerable<IValidator<PutAccount>> accountRules, IEnumerable<IValidator<PutContent>> contentRules,
        IEnumerable<IValidator<FileReport>> reportRules, IEnumerable<IValidator<SendSignal>> signalRules, IEnumerable<IImportKind> others)
        : IRequestHandler<ImportLines, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ImportLines command, CancellationToken ct)
        {
            var (accepted, duplicates, rejected) = (0, 0, new List<Rejection>());
            for (var i = 0; i < command.Lines.Count; i++)
            {
                if (!(await Take(command.Lines[i], ct)).IsOk(out var isNew, out var refusal))
                    rejected.Add(new(i, i + 1, refusal.Code, refusal.Words));
                else if (isNew is { } known)
                    _ = known ? accepted++ : duplicates++;
            }

            foreach (var kind in others)
                foreach (var isNew in await kind.Finish(ct))
                    _ = isNew ? accepted++ : duplicates++;
            return new Answer(accepted, duplicates, rejected);
        }

        // Whether it was news; null where that is known at the end.
        private async Task<Result<bool?>> Take(string line, CancellationToken ct) => ImportLine.Read(line, others) switch
        {
            Result<object>.Refused(var unreadable) => unreadable,
            Result<object>.Ok(PutAccount told) => accountRules.MistakesIn(told) is { } mistake ? mistake : (bool?)(await accounts.Put(told, ct)).Changed,
            Result<object>.Ok(PutContent told) => contentRules.MistakesIn(told) is { } mistake ? mistake : (bool?)(await content.Put(told, ct)).Changed,
            Result<object>.Ok(FileReport filed) => reportRules.MistakesIn(filed) is { } mistake
                ? mistake
                : (await reports.File(filed, ct)).Match<Result<bool?>>(x => !x.Duplicate, x => x),
            Result<object>.Ok(SendSignal sent) => signalRules.MistakesIn(sent) is { } mistake
                ? mistake
                : (await signals.Receive(sent, ct)).Match<Result<bool?>>(x => !x.Duplicate, x => x),
            Result<object>.Ok(var told) => await others.Single(x => x.Type == told.GetType()).Take(told, ct),
            _ => ReportErrors.UnreadableLine,
        };
    }
}
