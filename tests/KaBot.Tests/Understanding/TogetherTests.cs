using KaBot.Funnel.Facts;

namespace KaBot.Tests.Understanding;

/// <summary>What the words of a message show only together: what was changed, what goes on, what stands beside, what follows.</summary>
public sealed class TogetherTests
{
    [Theory]
    [InlineData("amount", "Order value came down from 260k to 225k, pounds", "225000 GBP")]
    [InlineData("amount", "合同额从120万降到102万", "1020000 CNY")]
    [InlineData("amount", "合同额不是120万，是102万", "1020000 CNY")]
    [InlineData("close_date", "Signing moved from 12 June to 26 June", "2026-06-26")]
    [InlineData("close_date", "签约从4月10号改到4月18号", "2026-04-18")]
    public void What_was_changed_is_what_it_is_now(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(fact, text)));

    [Theory]
    [InlineData("amount", "金额300万。纠正一下，380万", "3800000 CNY")]
    [InlineData("go_live", "上线9月1号，刚收到通知改成10月1号", "2026-10-01")]
    [InlineData("close_date", "签约10月9号。噢不，10月9号他们还在放假调休，改10月13号。", "2026-10-13")]
    [InlineData("visits", "Been there three times, no, four", "4")]
    [InlineData("close_date", "Signing on 10 April, sorry, the 18th", "2026-04-18")]
    [InlineData("budget", "budget's 200k, misread that, it's actually 220k", "220000 CNY")]
    [InlineData("talks_deadline", "talks end 20 June. Oops, I meant 30 June", "2026-06-30")]
    [InlineData("amount", "刚才那条合同额打错，41.8万，不是418万", "418000 CNY")]
    [InlineData("close_date", "we sign on 12 June instead of 5 June", "2026-06-12")]
    public void What_corrects_a_value_takes_its_place(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(fact, text)));

    [Theory]
    [InlineData("first_payment", "deposit arrived, scratch that, it's due next week", "-")]
    [InlineData("first_payment", "首付到账了，不对，是下周才到", "-")]
    [InlineData("bid_won", "我们中标了，更正一下，是候选第一，还没公示", "-")]
    [InlineData("competitors", "Rival is Axelo, typo, it's Brightdesk", "[\"Brightdesk\"]")]
    [InlineData("competitors", "对手是用友，打错了，是金蝶", "[\"金蝶\"]")]
    public void What_is_taken_back_is_not_read(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(fact, text)));

    [Theory]
    [InlineData("他们的痛点是来料检靠纸，追溯要翻三天柜子", "来料检靠纸，追溯要翻三天柜子")]
    [InlineData("他们的痛点是来料检靠纸，预算80万", "来料检靠纸")]
    [InlineData("他们的痛点是来料检靠纸，他们三月底要上线", "来料检靠纸")]
    public void A_text_goes_on_while_nothing_else_is_spoken_of(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of("core_needs", text)));

    [Fact]
    public void Whoever_told_core_needs_has_stated_needs_but_an_answer_to_the_one_is_none_to_the_other()
    {
        Assert.Equal("true", Read.Short(Read.Of("needs_stated", "他们提了需求，痛点是库存不准")));
        Assert.Equal("-", Read.Short(Read.Of("needs_stated", "库存不准", "core_needs")));
    }

    [Theory]
    [InlineData("We won the tender! 1.35 million RMB.", "1350000 CNY")]
    [InlineData("We won the tender! Deposit of 1.35 million RMB.", "-")]
    [InlineData("We lost the tender. 1.35 million RMB.", "-")]
    public void A_sum_beside_a_won_tender_is_the_amount(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of("amount", text)));

    [Theory]
    [InlineData("contract signed by both today")]
    [InlineData("合同今天双方签字")]
    public void What_is_signed_today_was_not_to_be_signed_today(string text) => Assert.Equal("-", Read.Short(Read.Of("close_date", text)));

    [Theory]
    [InlineData("visit_appointed", "Not yet, she'll come back to me after Chinese New Year", "null")]
    [InlineData("outcome", "still open", "-")]
    public void A_denial_or_an_open_end_says_no_more_than_that(string asked, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(asked, text, asked)));

    [Theory]
    [InlineData("solution_confirmed", "技术部认了，但厂长没点头，不算", "false")]
    [InlineData("majority_for_us", "3 of 8. so no", "false")]
    [InlineData("decision_process", "they walked me through it, so yes", "true")]
    public void What_a_reply_ends_with_is_its_answer(string asked, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(asked, text, asked)));

    [Theory]
    [InlineData("symptoms", "我们还不清楚到底谁拍板", "[\"process_unclear\"]")]
    [InlineData("symptoms", "王总拍板，采购不拍板", "-")]
    [InlineData("price_objection", "又砍了一轮价，第四轮了", "true")]
    public void What_a_denial_or_a_choice_shows_besides(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(fact, text)));

    [Theory]
    [InlineData("nothing above 60k euros", "..60000 EUR")]
    [InlineData("预算不能超过50万", "..500000 CNY")]
    [InlineData("$40k at the very least", "40000.. USD")]
    public void More_words_bound_an_amount(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of("budget", text, "budget")));

    [Theory]
    [InlineData("竞品是海川，预算200万", "[\"海川\"]")]
    [InlineData("竞品是致远，停滞了", "[\"致远\"]")]
    [InlineData("启明也递了标书", "[\"启明\"]")]
    [InlineData("客户也递了标书", "-")]
    [InlineData("入围两家，我们和华博，轮流谈", "[\"华博\"]")]
    [InlineData("Brennan, Softline and Axelo are also bidding", "[\"Brennan\",\"Softline\",\"Axelo\"]")]
    public void A_row_of_names_ends_where_something_else_begins(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Found("competitors", text)));

    [Theory]
    [InlineData("terms_open", "付款方式还没谈拢", "true")]
    [InlineData("terms_open", "付款谈拢了", "false")]
    [InlineData("price_objection", "价格还没谈下来", "true")]
    [InlineData("shipped", "deposit outstanding, received their draft agreement", "-")]
    [InlineData("first_payment", "no down payment yet, and received their draft agreement", "false")]
    [InlineData("contract_signed", "both sides have signed, award notice received", "true")]
    public void A_denial_counts_once_and_in_its_clause(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(fact, text)));

    [Theory]
    [InlineData("sponsor", "their plant manager owns the project", "plant manager")]
    [InlineData("org_size", "对手是家小公司", "-")]
    [InlineData("key_person_known", "我们老板拍板了", "-")]
    [InlineData("contract_signed", "保密协议签了", "-")]
    [InlineData("contract_signed", "合同签了", "true")]
    [InlineData("first_payment", "首付款到账了，那是小丁的客户", "-")]
    [InlineData("first_payment", "首付款到账了，小王很高兴", "true")]
    [InlineData("contract_signed", "老孙那单合同签了", "-")]
    [InlineData("contract_signed", "合同签了，跟这家没关系", "-")]
    [InlineData("shipped", "the goods have shipped, but that's the other order", "-")]
    [InlineData("shipped", "the goods have shipped, and that's the whole order", "true")]
    [InlineData("contract_signed", "Anna's customer signed the contract", "-")]
    [InlineData("contract_signed", "that account signed the contract, this account has not signed it", "false")]
    [InlineData("project_team", "那家项目组成立了，这家还没动静", "-")]
    [InlineData("first_payment", "货发了，尾款还没付", "-")]
    [InlineData("first_payment", "首付款这周五到账", "-")]
    public void What_is_said_of_others_is_no_fact_of_the_deal(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(fact, text)));

    [Theory]
    [InlineData("contract_signed", "合同签了，详细的回头补", "true", null)]
    [InlineData("contract_signed", "嗯，回头再说", "-", "contract_signed")]
    [InlineData("contract_signed", "签了，回头细说", "true", "contract_signed")]
    public void Taking_leave_tells_nothing_and_takes_nothing_back(string fact, string text, string expected, string? asked) => Assert.Equal(expected, Read.Short(Read.Of(fact, text, asked)));

    [Theory]
    [InlineData("competitors", "Budget 2.4 million PLN, rivals Glazur-Tech and Marel", """["Glazur-Tech","Marel"]""")]
    [InlineData("competitors", "竞品是泰窑，泰窑价低", """["泰窑"]""")]
    [InlineData("symptoms", "they use Kestrel's quote to press us and their departments disagree", """["rival_pressure","internal_split"]""")]
    public void Of_several_each_is_told_once_and_none_is_left_out(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(fact, text)));

    [Theory]
    [InlineData("我们报340万，他们300万，差距不大", "-")]
    [InlineData("we're at 340k, they're at 300k, so not that far apart", "-")]
    [InlineData("价格差得太远，我们要200万，他们只肯给120万", "[\"gap_too_wide\"]")]
    public void A_choice_is_not_read_where_its_sentence_says_otherwise(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of("symptoms", text)));

    [Theory]
    [InlineData("sponsor", "Tom Reyes (site director) leads the project.", "Tom Reyes (site director)")]
    [InlineData("sponsor", "副厂长马国梁带头，会上宣布的", "副厂长马国梁")]
    [InlineData("sponsor", "could be the chief pharmacist", "chief pharmacist?")]
    [InlineData("core_needs", "冷库断电报警，别的都是添头", "冷库断电报警")]
    [InlineData("core_needs", "same-day reconciliation across all branches, the treasurer kept repeating it", "same-day reconciliation across all branches")]
    [InlineData("core_needs", "就一句：单吨电耗降下来", "单吨电耗降下来")]
    [InlineData("core_needs", "②需求是采棉机调度④ 预算没说", "采棉机调度")]
    public void A_text_is_whole_and_holds_nothing_else(string asked, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(asked, text, asked)));

    [Fact]
    public void A_name_holds_no_word_of_the_rep() => Assert.Equal(new FactValue.List(["Rollmaster", "Kinwah"]), Read.Of("competitors", "Rollmaster and some local shop, Kinwah I think it's called", "competitors")?.Value);

    [Theory]
    [InlineData("first_payment", "首付下周一到账")]
    [InlineData("first_payment", "Transfer of the first third is due on the 30th")]
    public void What_is_still_to_come_has_not_happened(string fact, string text) => Assert.NotEqual("true", Read.Short(Read.Of(fact, text)));
}
