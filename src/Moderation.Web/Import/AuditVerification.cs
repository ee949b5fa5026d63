using System.Globalization;
using Moderation.Pipeline;
using Moderation.Transparency;

namespace Moderation.Web.Import;

/// <summary><c>verify-audit</c>: reads the whole audit log and names what is not as it was sealed.</summary>
internal static class AuditVerification
{
    private const int BlocksAtOnce = 200;

    /// <summary>The exit code: 0 where it is sound, 1 where faults were named, 2 where it was asked wrongly or cannot be read.</summary>
    /// <param name="arguments">Settings only; anything else is a mistake.</param>
    public static async Task<int> Run(IUseCases useCases, string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is [var first, ..] && !first.StartsWith('-'))
        {
            await errors.WriteLineAsync($"verify-audit takes no '{first}'. Usage: verify-audit");
            return 2;
        }

        var (blocks, entries, named) = (0L, 0L, 0);
        long? after = 0;
        VerifyAudit.Answer? last = null;
        while (after is { } from)
        {
            if (!(await useCases.Run(Actor.Product, new VerifyAudit(from, BlocksAtOnce))).IsOk(out last, out var refusal))
            {
                await errors.WriteLineAsync($"{refusal.Code}: {refusal.Words}");
                return 2;
            }

            (blocks, entries, after) = (blocks + last.Blocks, entries + last.Entries, last.Next);
            foreach (var fault in last.Faults.Take(VerifyAudit.MaxFaults - named))
                await output.WriteLineAsync(Line(fault));
            named = Math.Min(named + last.Faults.Count, VerifyAudit.MaxFaults);
            await errors.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{blocks:N0} of {last.Last:N0} blocks"));
        }

        await errors.WriteLineAsync();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{blocks} blocks, {entries} entries, {last!.Unsealed} not sealed yet: {(named == 0 ? "sound" : named == VerifyAudit.MaxFaults ? $"{named} or more faults" : $"{named} faults")}"));
        return named == 0 ? 0 : 1;
    }

    private static string Line(VerifyAudit.Fault fault) => string.Create(CultureInfo.InvariantCulture,
        $"{fault.Kind}: block {fault.Block}{(fault.Place is { } place ? $", place {place}" : "")}{(fault.Entry is { } entry ? $", entry {entry}" : "")}");
}
