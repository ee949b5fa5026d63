using FsCheck.Fluent;
using Moderation.Detection;
using Moderation.Laws;
using Moderation.Tests.Content;

namespace Moderation.Tests.Detection;

public sealed class BankMemoryTests
{
    private static readonly KnownBank[] Banks = [new("one", BankPurpose.Match, "fraud", 1), new("other", BankPurpose.Clear, "spam.repetitive", 1)];

    // Changes of any size in any order, so that it is arranged anew at times, beside a plain list of what is there.
    [Fact]
    public void However_it_changes_it_finds_what_looking_at_all_finds() => Law.Holds(
        Gen.Zip(Gen.Choose(0, int.MaxValue), Gen.Elements(3, 40, 700).ArrayOf(6)), x => Agrees(new Random(x.Item1), x.Item2), times: 40);

    [Theory]
    [InlineData("spam", true)]
    [InlineData("spam.repetitive", true)]
    [InlineData("fraud", false)]
    public void A_bank_to_clear_clears_the_whole_guideline(string guideline, bool clears) =>
        Assert.Equal(clears, BankMemory.Nothing.After(1, Banks, [], []).Clears(guideline));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(16, 0.75)]
    [InlineData(31, 0.515625)]
    public void The_nearer_the_surer(int distance, double score) => Assert.Equal(score, new BankHit(Banks[0], BankMark.Picture, distance).Score);

    private static bool Agrees(Random chance, int[] sizes)
    {
        var (memory, there, number) = (BankMemory.Nothing, new Dictionary<(string, int), (BankMark Kind, string Mark)>(), 0);
        for (var change = 0; change < sizes.Length; change++)
        {
            var removed = there.Keys.Where(_ => chance.Next(8) == 0).ToArray();
            var added = Enumerable.Range(0, sizes[change]).Select(_ => (Bank: Banks[chance.Next(2)].Code, Number: ++number, Kind: (BankMark)chance.Next(2), Mark: Hashes.Made(chance).ToString())).ToArray();
            var lost = removed.Select(x => there[x]).ToArray();
            foreach (var key in removed)
                there.Remove(key);
            foreach (var one in added)
                there[(one.Bank, one.Number)] = (one.Kind, one.Mark);
            memory = memory.After(change, Banks, added, removed);
            foreach (var (kind, mark) in added.Select(x => (x.Kind, x.Mark)).OrderBy(_ => chance.Next()).Take(15).Concat(lost.Take(15)))
                if (!Same(kind, kind is BankMark.Picture ? Hashes.Changed(Hashes.Of(mark), chance.Next(34), chance).ToString() : mark))
                    return false;
        }

        return true;

        bool Same(BankMark kind, string mark) => kind is BankMark.Text
            ? memory.Find(new Mark(kind, mark)).Select(x => x.Bank.Code).Order().SequenceEqual(there.Where(x => x.Value == (kind, mark)).Select(x => x.Key.Item1).Distinct().Order())
            : memory.Find(Hashes.Of(mark)).Select(x => (x.Bank.Code, x.Distance)).Order().SequenceEqual(there.Where(x => x.Value.Kind == kind)
                .Select(x => (x.Key.Item1, Distance: Hashes.Of(x.Value.Mark).DistanceTo(Hashes.Of(mark)))).Where(x => x.Distance <= 31)
                .GroupBy(x => x.Item1, (bank, near) => (bank, near.Min(y => y.Distance))).Order());
    }
}
