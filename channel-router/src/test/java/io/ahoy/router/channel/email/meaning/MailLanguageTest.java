package io.ahoy.router.channel.email.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailLanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    el | Καλημέρα, δεν έλαβα το δέμα μου.
                    ar | مرحبا، لم يصلني الطرد بعد
                    he | שלום, עדיין לא קיבלתי את החבילה
                    th | สวัสดีค่ะ ยังไม่ได้รับพัสดุ
                    ko | 안녕하세요, 택배를 아직 못 받았습니다.
                    ja | 注文した商品はまだですか
                    zh | 我的訂單還沒有收到
                    uk | Я ще не отримала посилку, прошу написати, коли це буде, дякую за допомогу
                    fi | Hei, en ole vielä saanut tilaustani, mutta se on maksettu. Kiitos, että autatte.
                    en | I have ordered a 'Wanderlust' lamp and it is not what you have shown.
                    """)
    void knowsTheLanguage(String language, String text) {
        assertThat(MailLanguage.of(text, "")).contains(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "20481", "Bo Lind", "OK", "SKU 77-1 / 20 x / EUR 14.00", "ok thanks bye", "bo@mail.example 王"
            })
    void saysNothingWhenUnsure(String text) {
        assertThat(MailLanguage.of(text, "")).isEmpty();
    }

    /** Programs write their own language there: it decides between two that are equally near, and nothing else. */
    @Test
    void asksTheHeaderOnlyBetweenEquals() {
        String scandinavian = "jeg har ikke det med for og til";
        assertThat(MailLanguage.of(scandinavian, "")).isEmpty();
        assertThat(MailLanguage.of(scandinavian, "nb-no")).contains(Locale.forLanguageTag("nb"));
        assertThat(MailLanguage.of("Ich habe das Paket noch nicht und bitte um eine Antwort", "en-us"))
                .contains(Locale.GERMAN);
        assertThat(MailLanguage.of("Bo Lind 20481", "de")).isEmpty();
    }
}
