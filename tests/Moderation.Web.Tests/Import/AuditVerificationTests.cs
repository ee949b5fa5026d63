using Moderation.Pipeline;
using Moderation.Transparency;
using Moderation.Web.Import;

namespace Moderation.Web.Tests.Import;

public sealed class AuditVerificationTests : IDisposable
{
    private static readonly Guid Entry = Guid.NewGuid();
    private readonly StringWriter output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public async Task A_sound_log_ends_with_zero_and_says_what_was_read()
    {
        Assert.Equal(0, await Run([], new(200, 900, 2, 201, null, 200, []), new(1, 4, 2, 201, null, null, [])));
        Assert.Equal("201 blocks, 904 entries, 2 not sealed yet: sound", output.ToString().Trim());
    }

    [Fact]
    public async Task Faults_are_named_and_end_with_one()
    {
        Assert.Equal(1, await Run(["--Storage:Path=x"], new VerifyAudit.Answer(3, 9, 0, 3, null, null, [new(VerifyAudit.FaultKind.Missing, 2, 5, Entry)])));
        Assert.StartsWith($"Missing: block 2, place 5, entry {Entry}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_too_many_and_a_refusal_end_with_two()
    {
        Assert.Equal(2, await Run(["quickly"]));
        Assert.Equal(2, await AuditVerification.Run(new FakeDoor(_ => (Result<VerifyAudit.Answer>)PipelineErrors.Busy), [], output, output));
    }

    private Task<int> Run(string[] arguments, params VerifyAudit.Answer[] answers)
    {
        var rest = new Queue<VerifyAudit.Answer>(answers);
        return AuditVerification.Run(new FakeDoor(_ => (Result<VerifyAudit.Answer>)rest.Dequeue()), arguments, output, TextWriter.Null);
    }
}
