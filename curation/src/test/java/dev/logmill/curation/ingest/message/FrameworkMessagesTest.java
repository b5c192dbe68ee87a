package dev.logmill.curation.ingest.message;

import static dev.logmill.curation.ingest.message.AnyRead.input;
import static dev.logmill.curation.ingest.message.AnyRead.output;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as the frameworks that agents are built with write them. */
class FrameworkMessagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "[{'type':'TextMessage','source':'user','content':'Rain?'},{'type':'ToolCallRequestEvent','source':'weather',"
                        + "'content':[{'id':'c1','name':'rain','arguments':'{}'}]},{'type':'ToolCallExecutionEvent','source':'weather',"
                        + "'content':[{'call_id':'c1','name':'rain','content':'wet','is_error':true}]},"
                        + "{'type':'ThoughtEvent','source':'weather','content':'hm'}]"
                        + " # USER Rain? | ASSISTANT weather c1=rain{} | TOOL rain:c1 wet | ASSISTANT weather (hm)",
                "[{'type':'UserMessage','source':'ann','content':'Rain?'},{'type':'AssistantMessage','source':'a','thought':'hm',"
                        + "'content':[{'id':'c1','name':'rain','arguments':'{}'}]}] # USER Rain? | ASSISTANT a (hm) c1=rain{}",
                "[{'_role':'user','_content':[{'text':'Rain?'}],'_name':null,'_meta':{}}] # USER Rain?",
                "[{'role':'assistant','meta':{},'content':[{'reasoning':{'reasoning_text':'hm'}},{'tool_call':{'id':'c1','tool_name':'rain',"
                        + "'arguments':{'at':'x'}}}]},{'role':'tool','content':[{'tool_call_result':{'result':'wet','error':false,"
                        + "'origin':{'id':'c1','tool_name':'rain','arguments':{}}}}]}]"
                        + " # ASSISTANT (hm) c1=rain{\"at\":\"x\"} | TOOL rain:c1 wet",
                "[{'role':'user','content':[{'text':'Look'},{'image':{'base64_image':'aGk=','mime_type':'image/png'}}]}]"
                        + " # USER Look <image image/png sha256>",
                "[{'role':'user','blocks':[{'block_type':'text','text':'Rain?'},{'block_type':'image','image':'aGk=','image_mimetype':'image/png'}]},"
                        + "{'role':'assistant','additional_kwargs':{'tool_calls':[{'id':'c1','function':{'name':'rain','arguments':'{}'}}]},'blocks':[]},"
                        + "{'role':'tool','blocks':[{'block_type':'text','text':'wet'}],'additional_kwargs':{'tool_call_id':'c1'}}]"
                        + " # USER Rain? <image image/png sha256> | ASSISTANT c1=rain{} | TOOL rain:c1 wet",
                "[{'role':'assistant','blocks':[{'block_type':'thinking','content':'hm'},{'block_type':'tool_call','tool_call_id':'c1',"
                        + "'tool_name':'rain','tool_kwargs':{}}]}] # ASSISTANT (hm) c1=rain{}",
                "[{'Role':{'Label':'user'},'Items':[{'$type':'TextContent','Text':'Rain?'}]},{'Role':{'Label':'assistant'},'Items':[{'$type':"
                        + "'FunctionCallContent','Id':'c1','PluginName':'sky','FunctionName':'rain','Arguments':{'at':'x'}}]},{'Role':{'Label':'tool'},"
                        + "'Items':[{'$type':'FunctionResultContent','CallId':'c1','PluginName':'sky','FunctionName':'rain','Result':'wet'}]}]"
                        + " # USER Rain? | ASSISTANT c1=sky-rain{\"at\":\"x\"} | TOOL sky-rain:c1 wet",
                "{'Contents':[{'Role':'user','Parts':[{'Text':'Rain?','Thought':false}]},{'Role':'model','Parts':[{'FunctionCall':{'ID':'','Name':'rain',"
                        + "'Args':{'At':'x'}}}]}],'Config':{'SystemInstruction':{'Parts':[{'Text':'Be brief.'}]}}}"
                        + " # SYSTEM Be brief. | USER Rain? | ASSISTANT function-rain=rain{\"At\":\"x\"}",
                "{'args':[],'kwargs':{'prompt':null,'messages':[{'role':'user','content':'Rain?'}]}} # USER Rain?",
                "{'message':'Rain?','preamble':'Be brief.','chat_history':[{'role':'USER','message':'Hi'},{'role':'CHATBOT','message':'Yo'}]}"
                        + " # SYSTEM Be brief. | USER Hi | ASSISTANT Yo | USER Rain?",
                "[{'role':'assistant','tool_plan':'I look.','tool_calls':[{'id':'c1','function':{'name':'rain','arguments':'{}'}}]},"
                        + "{'role':'tool','tool_call_id':'c1','content':[{'type':'document','document':{'data':'wet'}}]}]"
                        + " # ASSISTANT (I look.) c1=rain{} | TOOL rain:c1 wet",
                "{'user_prompt':['Look',{'kind':'image-url','url':'https://x.example/a.png'}],'message_history':[{'kind':'request','parts':"
                        + "[{'part_kind':'user-prompt','content':'Hi'}]},{'kind':'response','parts':[{'part_kind':'text','content':'Yo'}]}]}"
                        + " # USER Hi | ASSISTANT Yo | USER Look <image https://x.example/a.png>",
                "[{'role':'user','content':'Go'},{'role':'tool-call','content':'rain()'},{'role':'critic','parts':[{'text':'No.'}]}]"
                        + " # USER Go | ASSISTANT rain() | USER critic No.",
                "[{'role':'assistant','content':'','tool_calls':[{'id':'c1','function':{'name':'rain','arguments':'{}'}}]},{'role':'rain','content':'wet'}]"
                        + " # ASSISTANT c1=rain{} | TOOL rain:c1 wet",
                "[{'role':'system','text':'Be brief.','files':[]},{'role':'user','content':'','text':'Rain?'}] # SYSTEM Be brief. | USER Rain?",
                "[{'role':'assistant','content':'Wet.','toolInvocations':[{'state':'result','toolCallId':'c1','toolName':'rain','args':{'at':'x'},"
                        + "'result':'3 mm'}]}] # ASSISTANT c1=rain{\"at\":\"x\"} | TOOL rain:c1 3 mm | ASSISTANT Wet.",
                "[{'role':'MessageRole.SYSTEM','content':'Be brief.'},{'role':'HumanMessage','content':'Rain?'},{'role':'unknown','content':'Wet.'},"
                        + "{'role':'tool-response','content':'3 mm'},{'role':'ipython','content':'4 mm'}]"
                        + " # SYSTEM Be brief. | USER Rain? | ASSISTANT Wet. | TOOL 3 mm | TOOL 4 mm",
                "[{'role':'user','content':[{'type':'text','content':'Look'},{'type':'image','url':'https://x.example/a.png'},{'type':'image',"
                        + "'base64':'aGk=','mime_type':'image/png'},{'type':'image','source_type':'base64','data':'aGk=','mime_type':'image/png'},"
                        + "{'type':'image','file_id':'f1'},{'type':'media','mime_type':'audio/wav','data':'aGk='},{'type':'file','url':'s3://b/a.pdf'}]}]"
                        + " # USER Look <image https://x.example/a.png> <image image/png sha256> <image image/png sha256> <image f1>"
                        + " <audio audio/wav sha256> <file s3://b/a.pdf>",
                "[{'type':'SYSTEM','text':'Be brief.'},{'type':'USER','text':'Rain?'},{'type':'AI','thinking':'hm','text':'I look.',"
                        + "'toolExecutionRequests':[{'id':'c1','name':'rain','arguments':'{}'}]},{'type':'TOOL_EXECUTION_RESULT','id':'c1',"
                        + "'toolName':'rain','contents':[{'type':'TEXT','text':'wet'}]},{'type':'AI','toolExecutionRequest':{'name':'rain',"
                        + "'arguments':'{}'}}] # SYSTEM Be brief. | USER Rain? | ASSISTANT (hm) I look. c1=rain{} | TOOL rain:c1 wet | ASSISTANT "
                        + "function-rain=rain{}",
                "[{'type':'USER','name':'ann','contents':[{'type':'IMAGE','image':{'base64Data':'aGk=','mimeType':'image/png'}},"
                        + "{'type':'PDF','pdfFile':{'url':'s3://b/a.pdf'}}]}] # USER ann <image image/png sha256> <file s3://b/a.pdf>",
                "{'role':'user','content':{'role':'user','parts':[{'text':'Rain?'}]}} # USER Rain?",
                "[{'role':'user','content':[{'role':'user','parts':[{'text':'Rain?'}]},{'role':'model',"
                        + "'parts':[{'functionCall':{'name':'rain','args':{}}}]}]}] # USER Rain? | ASSISTANT function-rain=rain{}",
                "[{'author':{'role':'user'},'content':{'content_type':'text','parts':['Rain?']}},{'author':{'role':'assistant'},"
                        + "'content':{'content_type':'text','parts':['Yes.']}}] # USER Rain? | ASSISTANT Yes.",
                "[{'Role':'user','Content':'Rain?'},{'Role':'assistant','Content':'','ToolCalls':[{'ID':'c1','Type':'function',"
                        + "'Function':{'Name':'rain','Arguments':{'At':'x'}}}]},{'Role':'tool','ToolCallID':'c1',"
                        + "'Content':'wet'}] # USER Rain? | ASSISTANT c1=rain{\"At\":\"x\"} | TOOL rain:c1 wet",
                "[{'role':{'label':'user'},'items':[{'$type':'TextContent','text':'Rain?'}]},{'role':{'label':'assistant'},"
                        + "'items':[{'$type':'FunctionCallContent','id':'c1','pluginName':'sky','functionName':'rain',"
                        + "'arguments':{}}]}] # USER Rain? | ASSISTANT c1=sky-rain{}",
                "[{'role':'user','content':'Rain?'},{'note':'n'}] # USER Rain? | USER {\"note\":\"n\"}",
                "[{'role':'assistant','content':[{'type':'tool-call','toolCallId':'c1','toolName':'rain','input':{}},"
                        + "{'type':'tool-approval-request','approvalId':'a1','toolCallId':'c1'}]}] # ASSISTANT c1=rain{}",
                "{'role':'assistant','content':[{'type':'tool-call','toolCallId':'c1','toolName':'rain','input':{}},"
                        + "{'type':'tool-approval-request','approvalId':'a1','toolCallId':'c1'}]} # ASSISTANT c1=rain{}",
                "{'role':'Engineer','level':3} # USER {\"role\":\"Engineer\",\"level\":3}"
            })
    void readsWhatFrameworksAsk(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'lc':1,'type':'constructor','id':['langchain_core','prompt_values','ChatPromptValue'],'kwargs':{'messages':[{'lc':1,'type':'constructor',"
                        + "'id':['langchain_core','messages','HumanMessage'],'kwargs':{'content':'Rain?'}}]}} # USER Rain?",
                "{'replies':[{'role':'assistant','content':[{'text':'Wet.'}]}]} # ASSISTANT Wet.",
                "{'message':{'role':'assistant','blocks':[{'block_type':'text','text':'Wet.'}]},'raw':{},'delta':null} # ASSISTANT Wet.",
                "{'message':[{'text':'Wet.'},{'toolUse':{'toolUseId':'c1','name':'rain','input':{}}}],'finish_reason':'tool_use'}"
                        + " # ASSISTANT Wet. c1=rain{}",
                "{'raw':'Wet.','pydantic':null,'json_dict':null,'tasks_output':[{'raw':'Wet.'}]} # ASSISTANT Wet.",
                "{'text':'Wet.','generation_id':'g','finish_reason':'COMPLETE','tool_calls':[{'name':'rain','parameters':{'a':1}}]}"
                        + " # ASSISTANT Wet. =rain{\"a\":1}",
                "{'object':{'mm':3},'finishReason':'stop'} # ASSISTANT {\"mm\":3}",
                "{'text':'Wet.','reasoningText':'hm','toolCalls':[],'finishReason':'stop'} # ASSISTANT (hm) Wet.",
                "{'text':'Wet.','finishReason':'stop','steps':[{'text':'','toolCalls':[{'type':'tool-call','toolCallId':'c1','toolName':'rain','input':{}}],"
                        + "'toolResults':[{'type':'tool-result','toolCallId':'c1','toolName':'rain','output':'3 mm'}]},{'text':'Wet.'}]}"
                        + " # ASSISTANT c1=rain{} | TOOL rain:c1 3 mm | ASSISTANT Wet.",
                "{'content':[{'type':'text','text':'Wet.'},{'type':'source','sourceType':'url','url':'https://x.example'},{'type':'smell'}],"
                        + "'finishReason':'stop'} # ASSISTANT Wet.",
                "{'kind':'response','parts':[{'part_kind':'builtin-tool-call','tool_name':'web','args':{},'tool_call_id':'c1'},{'part_kind':"
                        + "'builtin-tool-return','tool_name':'web','content':'wet','tool_call_id':'c1'},{'part_kind':'text','content':'Wet.'}]}"
                        + " # ASSISTANT c1=web{} | TOOL web:c1 wet | ASSISTANT Wet.",
                "{'type':'AIMessageChunk','content':'','tool_call_chunks':[{'name':'rain','args':'{}','id':'c1','index':0}]} # ASSISTANT c1=rain{}",
                "[{'type':'ai','content':[{'type':'reasoning','reasoning':'hm'},{'type':'text','text':'Wet.'}]}] # ASSISTANT (hm) Wet.",
                "{'role':'assistant','content':[{'type':'text','text':{'value':'Wet.','annotations':[]}}]} # ASSISTANT Wet.",
                "[{'role':'thinking','content':'hm'},{'role':'assistant','content':'Wet.'}] # ASSISTANT (hm) Wet.",
                "[{'role':'thinking','content':'hm'}] # ASSISTANT (hm)",
                "{'content':'Wet.','finish_reason':'stop','usage':{},'cached':false,'thought':'hm'} # ASSISTANT (hm) Wet.",
                "{'content':[{'id':'c1','name':'rain','arguments':'{}'}],'finish_reason':'function_calls','usage':{}} # ASSISTANT c1=rain{}",
                "{'content':'Wet.'} # ASSISTANT Wet.",
                "{'reply':'Wet.'} # ASSISTANT {\"reply\":\"Wet.\"}",
                "['Wet.'] # ASSISTANT [\"Wet.\"]",
                "[{'generated_text':'Wet.'}] # ASSISTANT Wet.",
                "{'content':'Wet.','score':3} # ASSISTANT {\"content\":\"Wet.\",\"score\":3}",
                "{'role':'AIMessageChunk','content':'Wet.'} # ASSISTANT Wet.",
                "{'role':'Forecaster','content':'Wet.'} # ASSISTANT Forecaster Wet.",
                "{'role':'assistant','text':'Wet.'} # ASSISTANT Wet.",
                "{'message':{'role':'assistant','content':'Wet.','thinking':'hm'}} # ASSISTANT (hm) Wet.",
                "{'role':'assistant','content':[{'type':'reasoning_content','reasoning_content':{'text':'hm','signature':'x'}},"
                        + "{'type':'text','text':'Wet.'}]} # ASSISTANT (hm) Wet.",
                "{'type':'ai','content':[{'type':'function_call','id':'fc_1','call_id':'c1','name':'rain','arguments':'{}'}],"
                        + "'tool_calls':[{'name':'rain','args':{},'id':'c1','type':'tool_call'}]} # ASSISTANT c1=rain{}"
            })
    void readsWhatFrameworksAnswer(String logged, String messages) throws Exception {
        assertThat(output(logged)).isEqualTo(messages);
    }

    @Test
    void keepsTheSourcesOfAnAnswer() throws Exception {
        assertThat(AnyRead.rest("[{'role':'assistant','content':[{'type':'text','text':'a'},"
                        + "{'type':'source','sourceType':'url','url':'https://x.example'}]}]"))
                .containsKey("input[0].content[1]");
    }
}
